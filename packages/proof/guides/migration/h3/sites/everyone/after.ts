import { createCors } from "@crossgate/core";
import { H3 } from "h3";

const cors = createCors({ origin: "*", allowMethods: "*" });

const app = new H3();

app.get("/data", () => "hello world");
app.put("/data", () => "saved");

export default { fetch: cors.wrap((request: Request) => app.fetch(request)) };
