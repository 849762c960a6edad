import { createAuthClient } from "better-auth/client";
import type { Client } from "../recipe.ts";

export const betterAuth: Client = async (fetch, server) => {
  const client = createAuthClient({
    baseURL: server,
    fetchOptions: { customFetchImpl: fetch, throw: true },
  });
  const email = `${crypto.randomUUID()}@example.com`;
  const { user } = await client.signUp.email({
    name: "hello world",
    email,
    password: "long enough",
  });
  return user.name;
};
