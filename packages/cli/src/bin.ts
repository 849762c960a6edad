#!/usr/bin/env node
import { runCommandLine } from "./command-line/program.ts";

// Node warns of methods such as `patch`; whoever asks about them hears it from us.
process.removeAllListeners("warning");
await runCommandLine(process.argv.slice(2));
