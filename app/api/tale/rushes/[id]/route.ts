import { answerPoll, readPoll } from '#app/api/answer-poll.ts'
import { methods } from '#app/api/methods.ts'
import { noSuchRush } from '#app/api/no-such-rush.ts'
import { readBearer } from '#app/api/read-bearer.ts'
import { NoSuchRush } from '#rush/refusals.ts'
import { readRushSnapshot, stopRush } from '#rush/rushes.ts'
import { nextState } from '#rush/watch.ts'
import { onlyWithTale } from '../../only-with-tale.ts'

type Context = { params: Promise<{ id: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  GET: onlyWithTale(async (request, context: Context) => {
    const { id } = await context.params
    const now = await readRushSnapshot(id)
    if (!now) return noSuchRush()

    const poll = readPoll(request)
    if (poll.waitMs === 0 || !poll.holds(now.tag)) return answerPoll(poll, now)
    const rush = {
      name: `rush ${id}`,
      read: () => readRushSnapshot(id),
      gone: () => new NoSuchRush('the rush is forgotten'),
    }
    return answerPoll(poll, await nextState(rush, now, poll.waitMs, request.signal))
  }),

  DELETE: onlyWithTale(async (request, context: Context) => {
    const { id } = await context.params
    const rush = await stopRush(id, readBearer(request))
    return rush ? Response.json(rush, { headers: { 'Cache-Control': 'no-store' } }) : noSuchRush()
  }),
})
