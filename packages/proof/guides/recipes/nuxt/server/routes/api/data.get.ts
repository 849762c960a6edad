export default defineEventHandler(() => ({ data: "hello world" }));
