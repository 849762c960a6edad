// Every case behind one route: its path names the case, whose policy and application then answer.
import { allCases } from "../../../src/cases/all.ts";
import { serveCases } from "../../../src/serve-cases.ts";
import { routed } from "../../../src/subjects/next.ts";

const serve = serveCases(allCases, routed, { upstream: process.env["UPSTREAM"] ?? "" });

export const GET = serve;
export const HEAD = serve;
export const OPTIONS = serve;
export const POST = serve;
export const PUT = serve;
export const DELETE = serve;
export const PATCH = serve;
