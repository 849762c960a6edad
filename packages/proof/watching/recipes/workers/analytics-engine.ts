import { withCors } from "@crossgate/cloudflare";

interface Env {
  readonly DECISIONS: AnalyticsEngineDataset;
}

export default withCors(
  { fetch: () => Response.json({ data: "hello world" }) },
  {
    origin: ["https://myapp.com", "https://*.myapp.com"],
    // The index is what sampling goes by: few values, and none that a stranger chooses.
    onVerdict: ({ kind, reason }, _request, { env }) =>
      env.DECISIONS.writeDataPoint({ indexes: [reason], blobs: [kind, reason], doubles: [1] }),
  },
) satisfies ExportedHandler<Env>;
