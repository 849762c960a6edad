import { moveBelow } from "./generate/setting.ts";
import { NEXT_LIMITS, startNext } from "./routers/next.ts";
import { type Extent, generateSettings, type Report, searchSettings } from "./search.ts";

/** Runs the search on one Next application that holds all settings. */
export async function searchOnNext(extent: Extent): Promise<readonly Report[]> {
  const settings = generateSettings({ limits: NEXT_LIMITS }, extent).map((setting, index) =>
    moveBelow(`s${index}`, setting),
  );
  const { subjects, stop } = await startNext(settings);
  try {
    const reports: Report[] = [];
    for (const subject of subjects) reports.push(await searchSettings(subject, extent, settings));
    return reports;
  } finally {
    await stop();
  }
}
