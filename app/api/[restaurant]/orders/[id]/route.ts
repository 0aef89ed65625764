import { answerPoll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { noSuchOrder } from '#app/api/no-such-order.ts'
import { restaurantOf } from '#app/api/restaurant-of.ts'
import { findMeal } from '#orders/counter.ts'
import { lookOut } from '#orders/lookout.ts'
import { readOrder } from '#orders/read-order.ts'
import { snapshot } from '#orders/view.ts'

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
    // A meal at a counter is ready when it is first told of: nothing is worth waiting for.
    if (restaurant.service === 'counter') return answerPoll({ ...poll, waitMs: 0 }, now)
    if (poll.waitMs === 0 || !poll.holds(now.tag)) return answerPoll(poll, now)
    return answerPoll(poll, await lookOut(restaurant).ticketChange(id, now, poll.waitMs, request.signal))
  },
})
