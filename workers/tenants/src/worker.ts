import { Hono } from "hono";
import { admin } from "./admin/admin.ts";
import { api } from "./api.ts";
import type { AppEnv } from "./env.ts";
import { gate } from "./gate.ts";
import { answerError } from "./answer-error.ts";
import { problem } from "./problem.ts";

const app = new Hono<AppEnv>();
app.onError(answerError);
app.notFound(() => problem(404, "There is no such resource."));
// Outside of the gate, and so without CORS: no page on any origin may read or drive it.
app.route("/admin", admin);
app.use("/api/:tenant/*", gate);
app.route("/api/:tenant", api);

export default app;
