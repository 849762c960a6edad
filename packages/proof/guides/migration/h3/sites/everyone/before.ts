import { H3, handleCors } from "h3";

const app = new H3();

app.use((event) => {
  const answer = handleCors(event, { origin: "*", methods: "*", preflight: { statusCode: 204 } });
  return answer === false ? undefined : answer;
});

app.get("/data", () => "hello world");
app.put("/data", () => "saved");

export default app;
