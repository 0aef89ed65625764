import { methods } from '#app/api/methods.ts'
import { pointTo } from '#app/api/point-to.ts'
import { problem } from '#app/api/problem.ts'
import { readJson } from '#app/api/read-json.ts'
import { readKey } from '#app/api/read-key.ts'
import { plainWords } from '#orders/plain-words.ts'
import { startRush } from '#rush/rushes.ts'
import { RushRequest, settingsOf } from '#rush/settings.ts'
import { onlyWithTale } from '../only-with-tale.ts'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: onlyWithTale(async request => {
    const key = readKey(request, 'rush')
    const asked = RushRequest.safeParse(await readJson(request), { error: plainWords })
    if (!asked.success) {
      return problem('invalid-rush', {
        detail: 'Correct what `errors` names and send it again.',
        errors: pointTo(asked.error),
      })
    }

    const { rush, replayed } = await startRush(settingsOf(asked.data), key)
    return Response.json(rush, {
      status: 202,
      headers: {
        'Cache-Control': 'no-store',
        Location: `/api/tale/rushes/${rush.id}`,
        ...(replayed && { 'Idempotent-Replayed': 'true' }),
      },
    })
  }),
})
