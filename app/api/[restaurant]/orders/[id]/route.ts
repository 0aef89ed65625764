import { answerPoll, type Poll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { noSuchOrder } from '#app/api/no-such-order.ts'
import { restaurantOf } from '#app/api/restaurant-of.ts'
import { findMeal } from '#orders/counter.ts'
import { lookOut } from '#orders/lookout.ts'
import { readOrder } from '#orders/read-order.ts'
import type { Restaurant } from '#orders/restaurant.ts'
import { type Snapshot, snapshot } from '#orders/view.ts'

type Context = { params: Promise<{ restaurant: string; id: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  async GET(request, context) {
    const restaurant = await restaurantOf(context)
    const { id } = await context.params
    const order = restaurant.service === 'queue' ? await readOrder(restaurant, id) : findMeal(restaurant, id)
    if (!order) return noSuchOrder()

    const poll = readPoll(request)
    const now = snapshot(new Date().toISOString(), order)
    const mayChange = restaurant.service === 'queue' && poll.holds(now.tag) && poll.waitMs > 0
    return answerPoll(poll, mayChange ? await waitForChange(restaurant, id, now, poll, request.signal) : now)
  },
})

async function waitForChange(
  restaurant: Restaurant,
  id: string,
  now: Snapshot,
  poll: Poll,
  signal: AbortSignal,
): Promise<Snapshot> {
  const view = lookOut(restaurant).ticket(id)
  view.latest ??= now
  if (!poll.holds(view.latest.tag)) return view.latest
  const [changed] = await Promise.all([view.change(poll.waitMs, signal), lookOut(restaurant).fresh()])
  return changed ?? now
}
