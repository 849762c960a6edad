import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { createSchema, createYoga } from "graphql-yoga";
import { serve } from "srvx";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST"],
  allowHeaders: ["content-type", "authorization"],
  credentials: true,
  maxAge: 7200,
});

const yoga = createYoga({
  schema: createSchema({
    typeDefs: "type Query { hello: String, fails: String }",
    resolvers: {
      Query: {
        hello: () => "hello world",
        fails: () => {
          throw new Error("the database is down");
        },
      },
    },
  }),
  // Or Yoga answers preflights, and lets every site in with credentials.
  cors: false,
});

serve({
  fetch: cors.wrap((request: Request) => yoga.fetch(request)),
  port: Number(env["PORT"] ?? 8787),
});
