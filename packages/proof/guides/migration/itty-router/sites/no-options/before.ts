import { AutoRouter, cors } from "itty-router";

const { preflight, corsify } = cors();

const router = AutoRouter({ before: [preflight], finally: [corsify] });

router.get("/data", () => "hello world").put("/data", () => "saved");

export default router;
