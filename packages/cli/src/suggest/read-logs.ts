import { OWN } from "./log/logged-request.ts";
import { RecordReader } from "./log/read-record.ts";
import { type Log, RecordCutter } from "./log/records.ts";
import { Tally } from "./tally.ts";

/** What was read of all logs together. */
export interface ReadLogs {
  readonly tally: Tally;
  /** Whether no record names an origin, so that the addresses of pages had to do. */
  readonly isByReferer: boolean;
  readonly records: number;
  /** Records that are too long to be read. */
  readonly tooLong: number;
}

/** Reads logs one after the other, each as a stream. */
export async function readLogs(log: Log | readonly Log[]): Promise<ReadLogs> {
  const [byOrigin, byReferer] = [new Tally(), new Tally()];
  let records = 0;
  let tooLong = 0;
  for (const each of isList(log) ? log : [log]) {
    const cutter = new RecordCutter();
    const reader = new RecordReader();
    const take = (cut: readonly string[]): void => {
      records += cut.length;
      for (const record of cut) {
        for (const told of reader.read(record)) {
          if (told !== OWN && told.isReferer) byReferer.add(told);
          else byOrigin.add(told);
        }
      }
    };
    if (typeof each === "string") take(cutter.push(each));
    else for await (const chunk of each) take(cutter.push(chunk));
    take(cutter.end());
    tooLong += cutter.tooLong;
  }
  const isByReferer = byOrigin.requests === 0 && byReferer.requests > 0;
  byReferer.own = byOrigin.own;
  return { tally: isByReferer ? byReferer : byOrigin, isByReferer, records, tooLong };
}

function isList(log: Log | readonly Log[]): log is readonly Log[] {
  return Array.isArray(log);
}
