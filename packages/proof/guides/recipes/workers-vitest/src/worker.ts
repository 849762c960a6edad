import { withCors } from "@crossgate/cloudflare";

export default withCors(
  { fetch: () => Response.json({ data: "hello world" }) },
  { origin: ["https://myapp.com", "https://admin.myapp.com"], credentials: true },
) satisfies ExportedHandler;
