import { z } from 'zod'
import { answerPoll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { problem } from '#app/api/problem.ts'
import { viewOfCrowd } from '#orders/counter.ts'
import { type Snapshot, snapshot } from '#orders/view.ts'
import { customerOfKey } from '#rush/current-rush.ts'
import { findTaleRestaurant } from '#rush/find-tale-restaurant.ts'
import type { Crowd } from '#rush/rush.ts'
import { APARTMENT } from '#rush/tale-restaurants.ts'
import { onlyWithTale } from '../only-with-tale.ts'

const Keys = z.object({ standing: z.array(z.string()), served: z.array(z.string().nullable()) })

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: onlyWithTale(async request => {
    const restaurant = await findTaleRestaurant(APARTMENT)
    const view = restaurant && viewOfCrowd(restaurant)
    if (!restaurant?.shift || !view?.latest) return problem('no-such-thing', { detail: 'Nobody is here.' })

    const poll = readPoll(request)
    const { id } = restaurant.shift
    const now = name(id, view.latest)
    if (poll.waitMs === 0 || !poll.holds(now.tag)) return answerPoll(poll, now)

    const next = await view.change(view.latest, poll.waitMs, request.signal)
    return answerPoll(poll, next ? name(id, next) : now)
  }),
})

/** Keys stay with those who made them; the customers of the rush are known by theirs. */
function name(id: string, { asOf, body }: Snapshot): Snapshot {
  const { standing, served } = Keys.parse(JSON.parse(body))
  const crowd: Crowd = {
    line: standing.map(key => customerOfKey(id, key)),
    hands: served.map(key => (key === null ? null : customerOfKey(id, key))),
  }
  return snapshot(asOf, crowd)
}
