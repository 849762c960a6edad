export default defineEventHandler(async (event) => ({ received: await readRawBody(event) }));
