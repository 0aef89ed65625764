import { z } from 'zod'
import { answerPoll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { problem } from '#app/api/problem.ts'
import { viewOfCrowd } from '#orders/counter.ts'
import { type Snapshot, snapshot } from '#orders/view.ts'
import { currentShift } from '#rush/current-rush.ts'
import type { Crowd, Person } from '#rush/rush.ts'
import { APARTMENT, type Shift, taleRestaurant } from '#rush/tale-restaurants.ts'
import { onlyWithTale } from '../only-with-tale.ts'

const Keys = z.object({ standing: z.array(z.string()), served: z.array(z.string().nullable()) })

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: onlyWithTale(async request => {
    const shift = await currentShift()
    const restaurant = taleRestaurant(APARTMENT, shift)
    const view = restaurant && viewOfCrowd(restaurant)
    if (!view?.latest) return problem('no-such-thing', { detail: 'Nobody is here.' })

    const poll = readPoll(request)
    const now = name(shift, view.latest)
    if (poll.waitMs === 0 || !poll.holds(now.tag)) return answerPoll(poll, now)

    const next = await view.change(view.latest, poll.waitMs, request.signal)
    return answerPoll(poll, next ? name(shift, next) : now)
  }),
})

/** Keys stay with those who made them; the customers of the rush are known by theirs. */
function name(shift: Shift | undefined, { asOf, body }: Snapshot): Snapshot {
  const { standing, served } = Keys.parse(JSON.parse(body))
  const nameOf = (key: string): Person => shift?.customerOf(key)?.name ?? 'guest'
  const crowd: Crowd = {
    line: standing.map(nameOf),
    hands: served.map(key => (key === null ? null : nameOf(key))),
  }
  return snapshot(asOf, crowd)
}
