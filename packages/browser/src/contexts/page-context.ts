import type { Profile } from "../profile.ts";
import type { PageClient } from "../request/page-client.ts";
import type { Switches } from "../switches.ts";
import type { Transport } from "../transport.ts";

/** A page from inside: what everything on it makes its requests with. */
export interface PageContext {
  readonly client: PageClient;
  readonly pageOrigin: string;
  readonly profile: Profile;
  readonly switches: Switches;
  readonly transport: Transport;
  readonly nextId: () => number;
}
