import { answerPoll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { problem } from '#app/api/problem.ts'
import { restaurantOf } from '#app/api/restaurant-of.ts'
import { lookOut } from '#orders/lookout.ts'

type Context = { params: Promise<{ restaurant: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  async GET(request, context) {
    const restaurant = await restaurantOf(context)
    if (restaurant.service === 'counter') {
      const detail = `There is no wall here: customers stand in line. See /api/${restaurant.slug}/line.`
      return problem('no-such-thing', { detail })
    }

    const poll = readPoll(request)
    const lookout = lookOut(restaurant)
    const now = await lookout.fresh(poll.version)
    if (poll.waitMs === 0 || !poll.holds(now.tag)) return answerPoll(poll, now)
    return answerPoll(poll, (await lookout.board.change(now, poll.waitMs, request.signal)) ?? now)
  },
})
