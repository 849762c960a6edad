import { betterAuth } from "better-auth";

const OK = "/api/auth/ok";
const SESSION = "/api/auth/get-session";

export const paths = {
  "/ok": OK,
  "/open": SESSION,
  "/throw/error": "/api/auth/callback/nobody",
  "/throw/text": "/api/auth/error",
  "/throw/nothing": SESSION,
  "/throw/response": OK,
};

export function create(): object {
  const auth = betterAuth({
    baseURL: "http://localhost",
    secret: "no secret: it signs nothing that lasts longer than this test",
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  return auth.handler;
}
