// One app as the default export of a program for Bun.
import { env } from "node:process";
import { withCors } from "@crossgate/bun";
import { loadApp } from "../src/apps/all.ts";
import type { Guard } from "../src/host-types.ts";
import { POLICIES, type GateName } from "../src/policies.ts";

const { create } = await loadApp(env["APP"] ?? "");
const gate = env["GATE"] as GateName;
const app = create();

// oxlint-disable-next-line import/no-default-export -- Bun serves the default export
export default gate === "none" ? app : (withCors as unknown as Guard)(app, POLICIES[gate]);
