/** What must not compile: each line below its directive is an error, or the directive is one. */
import { createCors } from "@crossgate/core";

declare const maybe: string | undefined;
declare const flag: boolean;

// P2: an origin is required, and an unset environment variable is none.
// @ts-expect-error missing
createCors({});
// @ts-expect-error missing
createCors({ credentials: true });
// @ts-expect-error undefined
createCors({ origin: undefined });
// @ts-expect-error perhaps undefined
createCors({ origin: maybe });
// @ts-expect-error perhaps undefined, in a list
createCors({ origin: ["https://myapp.com", maybe] });
// @ts-expect-error null
createCors({ origin: null });
// @ts-expect-error true, which elsewhere reflects everyone
createCors({ origin: true });
// @ts-expect-error false
createCors({ origin: false });
// @ts-expect-error no options
createCors();

// P5: what credentials and "*" cannot be together.
// @ts-expect-error any origin with credentials
createCors({ origin: "*", credentials: true });
// @ts-expect-error any origin with credentials, perhaps
createCors({ origin: "*", credentials: flag });
// @ts-expect-error every header with credentials
createCors({ origin: "https://myapp.com", credentials: true, exposeHeaders: "*" });
// @ts-expect-error every header with credentials
createCors({ origin: ["https://myapp.com"], credentials: true, exposeHeaders: "*" });
// @ts-expect-error every header with credentials, perhaps
createCors({ origin: /^https:\/\/myapp\.com$/, credentials: flag, exposeHeaders: "*" });
// @ts-expect-error every header with credentials
createCors({ origin: () => true, credentials: true, exposeHeaders: "*" });

// P11: an unknown option, among them the names that other libraries use.
// @ts-expect-error allowHeaders
createCors({ origin: "*", allowedHeaders: ["x-a"] });
// @ts-expect-error allowMethods
createCors({ origin: "*", methods: ["GET"] });
// @ts-expect-error preflightStatus
createCors({ origin: "*", optionsSuccessStatus: 200 });
// @ts-expect-error unknown beside a function
createCors({ origin: () => true, exposedHeaders: [] });

// Values of the wrong kind.
// @ts-expect-error a word
createCors({ origin: "https://myapp.com", credentials: "yes" });
// @ts-expect-error a number as text
createCors({ origin: "*", maxAge: "600" });
// @ts-expect-error one method must be in a list
createCors({ origin: "*", allowMethods: "GET" });
// @ts-expect-error one header must be in a list
createCors({ origin: "*", allowHeaders: "content-type" });
// @ts-expect-error one header must be in a list
createCors({ origin: "*", exposeHeaders: "x-request-id" });
// @ts-expect-error an answer is a boolean or an origin
createCors({ origin: () => 1 });
// @ts-expect-error an error becomes a Response
createCors({ origin: "*", onError: () => "oops" });

// P12: what a gate says about itself is read only.
const cors = createCors({ origin: ["https://myapp.com"] });
// @ts-expect-error read only
cors.options.maxAge = 5;
// @ts-expect-error read only
cors.options.origin = "*";
// @ts-expect-error read only
cors.check(new Request("https://api.test")).allowed = true;
