import { env } from "node:process";
import { H3, handleCors } from "h3";

const app = new H3();

app.use((event) => {
  const origin = env["ALLOWED_ORIGINS"]?.split(",") ?? "*";
  const answer = handleCors(event, { origin, credentials: true });
  return answer === false ? undefined : answer;
});

app.get("/data", () => "hello world");
app.put("/data", () => "saved");

export default app;
