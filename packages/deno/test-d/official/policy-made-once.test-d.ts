import type { CorsOptions } from "@crossgate/core";
import { corsByOrigin } from "@crossgate/core/by-origin";
import { withCors } from "@crossgate/deno";

const take = (policy: CorsOptions | ReturnType<typeof corsByOrigin>): unknown =>
  withCors(() => new Response("hello"), policy);

// P3: a policy made once, in every way that people write one, and taken without a cast.
declare const config: { readonly origin: string; readonly origins: string[] };
const annotated: CorsOptions = { origin: config.origins, credentials: true };
const widened = { origin: "https://myapp.com", credentials: true, allowMethods: ["PUT"] };
const listed = { origin: ["https://myapp.com", "https://*.myapp.com"] };
take(annotated);
take(widened);
take(listed);
take({ ...annotated, maxAge: 60 });
take({ ...widened, exposeHeaders: ["x-request-id"] });
take({ ...listed, credentials: true });
take({ origin: config.origin });
take({ origin: config.origin.split(","), credentials: true });
take(corsByOrigin([{ ...widened }, { origin: "*" }]));

declare const unset: string | undefined;
// @ts-expect-error P2: an unset variable is none
take({ origin: unset });
// @ts-expect-error P5: every exposed header with credentials
take({ origin: "https://myapp.com", credentials: true, exposeHeaders: "*" });
