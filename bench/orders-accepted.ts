import { randomUUID } from 'node:crypto'
import type { Nugget } from '#tests/support/start-nugget.ts'
import { compareRates } from './rate.ts'

/** Orders accepted a second, against an empty JSON route handler of the same server. */
export async function measureOrdersAccepted({ url }: Nugget) {
  return await compareRates({
    empty: { url: `${url}/api/health/live`, expectStatus: 200 },
    orders: {
      url: `${url}/api/bench/orders`,
      expectStatus: 202,
      method: 'POST',
      body: JSON.stringify({ items: [{ id: 'water', quantity: 1 }] }),
      requests: [
        {
          setupRequest: request => ({
            ...request,
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
          }),
        },
      ],
    },
  })
}
