import { answerPoll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { noSuchOrder } from '#app/api/no-such-order.ts'
import { NoSuchOrder } from '#orders/refusals.ts'
import { type Snapshot, snapshot } from '#orders/view.ts'
import { readSlip } from '#rush/slip.ts'
import { nextState } from '#rush/watch.ts'
import { onlyWithTale } from '../../only-with-tale.ts'

type Context = { params: Promise<{ id: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  GET: onlyWithTale(async (request, context: Context) => {
    const { id } = await context.params
    const now = await read(id)
    if (!now) return noSuchOrder()

    const poll = readPoll(request)
    if (poll.waitMs === 0 || !poll.holds(now.tag)) return answerPoll(poll, now)
    const slip = { name: `slip ${id}`, read: () => read(id), gone: () => new NoSuchOrder('it is forgotten') }
    return answerPoll(poll, await nextState(slip, now, poll.waitMs, request.signal))
  }),
})

async function read(id: string): Promise<Snapshot | null> {
  const slip = await readSlip(id)
  return slip && snapshot(new Date().toISOString(), slip)
}
