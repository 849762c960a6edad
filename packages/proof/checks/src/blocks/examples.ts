import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Comment, parseSync, type Program, Visitor } from "oxc-parser";
import { type Host, hostOf } from "../hosts.ts";
import { codeBlocks } from "../markdown.ts";
import { treeFiles } from "../tree-files.ts";
import { publishablePackages, ROOT, type WorkspacePackage } from "../workspace.ts";

/** An example in the comment of an option, as a module. */
export interface OptionExample {
  /** `packages/core/src/options.ts, allowMethods 1`. */
  readonly name: string;
  readonly file: string;
  readonly host: Host;
  readonly source: string;
}

/** Packages whose functions an example may use without an import, besides its own. */
const SHARED = "@crossgate/core";
const TEST = /\.test(?:-d)?\.ts$/;

/** Every example in the comment of a property of an interface that a package publishes. */
export function optionExamples(): readonly OptionExample[] {
  const packages = publishablePackages();
  const shared = packages.filter(({ name }) => name === SHARED);
  return packages.flatMap((owner) => {
    const imports = [...new Set([owner, ...shared])].map(exportsOf);
    const host = hostOf(owner.name);
    const files = treeFiles(`${owner.directory}/src/*.ts`).filter((file) => !TEST.test(file));
    return files.flatMap((file) =>
      examplesIn(file).map(({ option, number, code }) => ({
        name: `${file}, ${option} ${number}`,
        file: `${file.replace(/\.ts$/, "").replaceAll("/", "-")}-${option}-${number}.ts`,
        host,
        source: `${importsFor(code, imports)}\n${code}\nexport {};\n`,
      })),
    );
  });
}

interface Example {
  readonly option: string;
  readonly number: number;
  readonly code: string;
}

function examplesIn(file: string): readonly Example[] {
  const source = readFileSync(join(ROOT, file), "utf8");
  const { program, comments } = parseSync(file, source);
  return documentedProperties(program, comments, source).flatMap(({ option, comment }) =>
    codeBlocks(comment)
      .filter(({ language }) => language === "ts")
      .map(({ code }, index) => ({ option, number: index + 1, code })),
  );
}

/** The properties of interfaces, each with the text of the comment in front of it. */
function documentedProperties(
  program: Program,
  comments: readonly Comment[],
  source: string,
): readonly { readonly option: string; readonly comment: string }[] {
  const properties: { option: string; comment: string }[] = [];
  new Visitor({
    TSPropertySignature({ start, key }) {
      const comment = comments.findLast(({ end }) => end <= start);
      if (comment === undefined || key.type !== "Identifier") return;
      if (source.slice(comment.end, start).trim() !== "") return;
      properties.push({ option: key.name, comment: comment.value.replace(/^ *\* ?/gm, "") });
    },
  }).visit(program);
  return properties;
}

interface Exports {
  readonly from: string;
  readonly names: readonly string[];
}

/** What the entry of a package gives, as an editor would import it. */
function exportsOf({ name, directory }: WorkspacePackage): Exports {
  const file = `${directory}/src/index.ts`;
  const { module } = parseSync(file, readFileSync(join(ROOT, file), "utf8"));
  const entries = module.staticExports.flatMap(({ entries }) => entries);
  const names = entries.filter(({ isType }) => !isType).map(({ exportName }) => exportName.name);
  return { from: name, names: names.filter((each) => each !== null) };
}

function importsFor(code: string, exports: readonly Exports[]): string {
  const lines = exports.map(({ from, names }) => {
    const used = names.filter((name) => new RegExp(`\\b${name}[(<]`).test(code));
    return used.length === 0 ? "" : `import { ${used.join(", ")} } from "${from}";`;
  });
  return lines.join("\n");
}
