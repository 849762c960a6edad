import { MIGRATIONS } from "../migration/migrations.ts";
import { record, recordingOf } from "../migration/recording.ts";
import { embed } from "./embed.ts";
import { guidePages, readText, writeText } from "./page.ts";

for (const migration of MIGRATIONS) {
  const { diff } = await record(migration);
  writeText(recordingOf(migration), diff);
}
for (const page of guidePages()) writeText(page, embed(readText(page)));
