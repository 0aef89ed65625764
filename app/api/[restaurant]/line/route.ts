import { answerPoll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { problem } from '#app/api/problem.ts'
import { restaurantOf } from '#app/api/restaurant-of.ts'
import { currentLine, viewOfLine } from '#orders/counter.ts'
import { stampedSnapshot } from '#orders/view.ts'

type Context = { params: Promise<{ restaurant: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  async GET(request, context) {
    const restaurant = await restaurantOf(context)
    if (restaurant.service === 'queue') {
      const detail = `Nobody stands in line here: look at the wall. See /api/${restaurant.slug}/board.`
      return problem('no-such-thing', { detail })
    }

    const poll = readPoll(request)
    const now = stampedSnapshot(currentLine(restaurant))
    if (poll.waitMs > 0 && poll.holds(now.tag))
      await viewOfLine(restaurant).change(now, poll.waitMs, request.signal)
    return answerPoll(poll, stampedSnapshot(currentLine(restaurant)))
  },
})
