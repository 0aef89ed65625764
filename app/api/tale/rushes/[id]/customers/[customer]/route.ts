import { answerPoll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { problem } from '#app/api/problem.ts'
import { NoSuchRush } from '#rush/refusals.ts'
import { readVisit } from '#rush/visits.ts'
import { nextState } from '#rush/watch.ts'
import { onlyWithTale } from '../../../../only-with-tale.ts'

type Context = { params: Promise<{ id: string; customer: string }> }

export const dynamic = 'force-dynamic'

/** What truly happened for one customer of a rush. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  GET: onlyWithTale(async (request, context: Context) => {
    const { id, customer } = await context.params
    const read = () => readVisit(id, Number(customer))
    const now = /^\d{1,4}$/.test(customer) ? await read() : null
    if (!now) {
      return problem('no-such-customer', {
        detail: 'Who has not come yet is unknown, and so is whoever was forgotten when later rushes came.',
      })
    }

    const poll = readPoll(request)
    if (poll.waitMs === 0 || !poll.holds(now.tag)) return answerPoll(poll, now)
    const gone = () => new NoSuchRush('the rush is forgotten')
    const visit = { name: `visit ${id} ${customer}`, read, gone }
    return answerPoll(poll, await nextState(visit, now, poll.waitMs, request.signal))
  }),
})
