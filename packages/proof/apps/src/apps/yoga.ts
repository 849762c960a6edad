import { createSchema, createYoga } from "graphql-yoga";
import { answerTo } from "../answer.ts";

export const paths = {
  "/ok": "/graphql?query=%7Bok%7D",
  "/throw/error": "/graphql?query=%7Berror%7D",
  "/throw/text": "/graphql?query=%7Btext%7D",
  "/throw/nothing": "/graphql?query=%7Bnothing%7D",
  "/throw/response": "/graphql?query=%7Bresponse%7D",
  "/open": "/graphql?query=%7Bok%7D",
};

export function create(): object {
  const schema = createSchema({
    typeDefs:
      "type Query { ok: Boolean, error: Boolean, text: Boolean, nothing: Boolean, response: Boolean }",
    resolvers: {
      Query: {
        ok: () => true,
        error: () => answerTo("/throw/error"),
        text: () => answerTo("/throw/text"),
        nothing: () => answerTo("/throw/nothing"),
        response: () => answerTo("/throw/response"),
      },
    },
  });
  return createYoga({ schema, logging: false, cors: false, graphiql: false });
}
