import { AutoRouter, cors } from "itty-router";

const { preflight, corsify } = cors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  allowHeaders: "content-type",
  credentials: true,
});

const router = AutoRouter({ before: [preflight], finally: [corsify] });

router.get("/data", () => "hello world").put("/data", () => "saved");

export default router;
