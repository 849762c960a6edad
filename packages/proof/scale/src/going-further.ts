/** The part of the page that is a plan: what was measured and what is arithmetic stand apart. */
export const GOING_FURTHER = `## What the figures say

- **The budget holds.** The store meets at most \`maxLookupsPerSecond\` look-ups of unknown origins from each server in any second, whatever strangers send. Known origins are looked up outside of it, once each \`ttl\`.
- **The flood is not free for newcomers.** An honest origin that no one has asked about competes with the made-up ones for the budget. Once the popular origins are known, few are left: the share that is answered from memory shows it. A push lets a new origin in at once.
- **Memory is what is in use.** The other origins stay in the store.

## To a hundred million origins

Measured, on the machine above:

- one cached origin takes the bytes of the table, its own text included
- a look-up in Redis or PostgreSQL reads one member of a small set, or one row of one index

Arithmetic, not measured:

| question | sum |
| --- | --- |
| memory of a server for 1,000,000 cached origins at 300 bytes | 300 MB |
| look-ups a second of known origins at \`ttl\` 60 s, all 1,000,000 in use, for each server | 16,700 |
| the same at \`ttl\` 600 s with a push | 1,670 |
| Redis for 10^8 origins of 40 bytes in sets of ten, at about 100 bytes each | 10 GB |
| PostgreSQL for 10^8 rows: 60 bytes in the table and 60 in the index | 12 GB |
| depth of that index at about 100 keys a page | 4 pages, 3 of them in memory |

The plan that follows from it:

1. **Shard by tenant.** All origins of a tenant are in one place, since every question names its tenant. In a Redis Cluster the key \`origins:<tenant>\` does it; in PostgreSQL partition by hash of \`tenant\`.
2. **Read near, write far.** Ask a replica in the server's own region. A change then takes the replica's delay more. Publish it from the replica that has applied it, so that no server asks before its replica knows.
3. **Push, and raise \`ttl\`.** With a push \`ttl\` is what bounds the damage of a lost message, and no longer how soon a change is seen. Ten minutes instead of one divide the look-ups of known origins by ten.
4. **Route tenants to servers** where you can. A server that sees one tenant in ten caches one origin in ten.
5. **Give the store's own limit to the budget.** Servers times \`maxLookupsPerSecond\` is the most that strangers can cost.
`;
