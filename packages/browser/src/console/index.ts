export { consoleLine } from "./console-line.ts";
