import { createWorker } from "../src/hosts/worker.ts";

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default createWorker();
