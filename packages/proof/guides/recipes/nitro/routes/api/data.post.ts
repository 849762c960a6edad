import { defineHandler } from "nitro/h3";

export default defineHandler(async (event) => ({ received: await event.req.text() }));
