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

    const { board, fresh } = await look(restaurant)
    const poll = readPoll(request)
    return answerPoll(
      poll,
      poll.waitMs > 0 && poll.holds(fresh.tag)
        ? ((await board.change(fresh, poll.waitMs, request.signal)) ?? board.latest ?? fresh)
        : fresh,
    )
  },
})

async function look(restaurant: Parameters<typeof lookOut>[0]) {
  const lookout = lookOut(restaurant)
  return { board: lookout.board, fresh: await lookout.fresh() }
}
