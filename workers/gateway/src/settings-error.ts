/** One problem of one setting. */
export interface SettingIssue {
  /** The variable's name, with an index inside a list: `ALLOWED_ORIGINS[2]`. */
  readonly name: string;
  /** What is wrong, and what to write instead. */
  readonly message: string;
}

/** Settings that were refused, with all their problems: one reading mends them all. */
export class SettingsError extends TypeError {
  constructor(issues: readonly SettingIssue[]) {
    super(
      `gateway settings refused:${issues.map(({ name, message }) => `\n  ${name}: ${message}`).join("")}`,
    );
    this.name = "SettingsError";
  }
}
