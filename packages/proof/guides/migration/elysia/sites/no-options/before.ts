import { cors } from "@elysiajs/cors";
import { Elysia } from "elysia";

export default new Elysia().use(cors()).get("/data", "hello world").put("/data", "saved");
