import { z } from 'zod'
import { freshKey } from '#app/fresh-key.ts'
import { createPoll } from '#app/poll.ts'
import type { Order } from '#orders/order.ts'
import { rushAddress } from '../ask-rush.ts'
import { pause } from '../pause.ts'

const NUGGETS = { items: [{ id: 'nuggets-6', quantity: 1 }] }
const TRY_AGAIN_AFTER_MS = 1_000

const Placed = z.object({ id: z.string(), number: z.int().positive() })
export type Placed = z.infer<typeof Placed>

/** Stands in the cashier's line of a rush, until a clerk has listened. Throws when `signal` aborts, which closes the connection: then one has left it. */
export async function untilSaid(rushId: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const headers = { 'Idempotency-Key': freshKey() }
    const turn = await fetch(`${rushAddress(rushId)}/turns`, { method: 'POST', headers, signal }).catch(
      () => undefined,
    )
    if (turn?.ok) return
    await pause(TRY_AGAIN_AFTER_MS, signal)
  }
}

/**
 * Orders six nuggets at `restaurant`, like anybody else: near the apartment the answer comes with the food. Asks again with the same key when
 * it was sent away or the connection broke. Throws when `signal` aborts, which closes the connection: then one has left the line.
 */
export async function orderHere(restaurant: string, signal: AbortSignal): Promise<Placed> {
  const key = freshKey()
  for (;;) {
    const answer = await ask(restaurant, key, signal).catch(() => undefined)
    signal.throwIfAborted()
    if (answer?.ok) return Placed.parse(await answer.json())
    const seconds = Number(answer?.headers.get('Retry-After') ?? Number.NaN)
    await pause(Number.isFinite(seconds) ? seconds * 1000 : TRY_AGAIN_AFTER_MS, signal)
  }
}

function ask(restaurant: string, key: string, signal: AbortSignal): Promise<Response> {
  return fetch(`/api/${restaurant}/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(NUGGETS),
    signal,
  })
}

/** Resolves when the order is ready, or needs a person. Throws when `signal` aborts. */
export async function untilReady(restaurant: string, { id }: Placed, signal: AbortSignal): Promise<void> {
  const poll = createPoll<Order>(`/api/${restaurant}/orders/${id}`)
  for (;;) {
    const reading = await poll.next().catch(() => undefined)
    signal.throwIfAborted()
    if (reading && reading.data.status !== 'preparing') return
    await pause(reading?.restMs ?? TRY_AGAIN_AFTER_MS, signal)
  }
}

/** What it does not tell is told by the wall: a number that nobody fetched stays there for a while. */
export async function fetchFood(restaurant: string, { id }: Placed, signal: AbortSignal): Promise<void> {
  await fetch(`/api/${restaurant}/orders/${id}/collection`, { method: 'POST', signal }).catch(() => undefined)
}
