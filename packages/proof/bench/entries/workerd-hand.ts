import { APPS } from "../src/http/app.ts";

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default { fetch: APPS.hand };
