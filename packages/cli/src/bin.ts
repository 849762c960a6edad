#!/usr/bin/env node
import { runCommandLine } from "./command-line/program.ts";

// Node warns of methods such as `patch`; `explain` says it itself.
process.removeAllListeners("warning");
await runCommandLine(process.argv.slice(2));
