import { randomUUID } from 'node:crypto'
import type autocannon from 'autocannon'
import type { Nugget } from '#tests/support/start-nugget.ts'
import { compareRates } from './rate.ts'

/** A key for each request costs the client time on the same cores, so the empty handler is sent one too. */
const withKey: autocannon.Request = {
  setupRequest: request => ({
    ...request,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
  }),
}

/** Orders accepted a second, against an empty JSON route handler of the same server. */
export async function measureOrdersAccepted({ url }: Nugget) {
  return await compareRates({
    empty: { url: `${url}/api/health/live`, expectStatus: 200, requests: [withKey] },
    orders: {
      url: `${url}/api/bench/orders`,
      expectStatus: 202,
      method: 'POST',
      body: JSON.stringify({ items: [{ id: 'water', quantity: 1 }] }),
      requests: [withKey],
    },
  })
}
