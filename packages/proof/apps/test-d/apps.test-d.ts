// Apps of frameworks fit every adapter as they are, without a cast.
import { withCors as onBun } from "@crossgate/bun";
import { withCors as onWorkers } from "@crossgate/cloudflare";
import { createCors } from "@crossgate/core";
import { withCors as onDeno } from "@crossgate/deno";
import { createYoga } from "graphql-yoga";
import { H3 } from "h3";
import { Hono } from "hono";
import { AutoRouter } from "itty-router";

const POLICY = { origin: "https://myapp.com" } as const;
const hono = new Hono<{ Bindings: { readonly NAME: string } }>();
const h3 = new H3();
const itty = AutoRouter();
const yoga = createYoga({ graphiql: false });
// oxlint-disable-next-line typescript/unbound-method -- Yoga's pages pass it on so
const { fetch } = yoga;

onWorkers(hono, POLICY);
onWorkers({ fetch: hono.fetch }, POLICY);
onWorkers(h3, POLICY);
onWorkers(itty, POLICY);
onWorkers({ fetch }, POLICY);

onDeno(hono, POLICY);
onDeno(hono.fetch, POLICY);
onDeno(h3, POLICY);
onDeno(itty, POLICY);
onDeno({ fetch }, POLICY);

onBun(hono, POLICY);
onBun({ fetch: hono.fetch }, POLICY);
onBun(h3, POLICY);
onBun(itty, POLICY);
onBun({ fetch }, POLICY);

createCors(POLICY).wrap(hono.fetch);
createCors(POLICY).wrap(fetch);
void createCors(POLICY).wrap(fetch)(new Request("https://api.example.com/"));
void createCors(POLICY).wrap(fetch)(new Request("https://api.example.com/"), { user: "a" });
