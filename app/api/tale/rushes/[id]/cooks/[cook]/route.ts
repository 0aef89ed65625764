import { methods } from '#app/api/methods.ts'
import { readBearer } from '#app/api/read-bearer.ts'
import { askOfRush } from '#rush/ask-of-rush.ts'
import { NoSuchCook } from '#rush/refusals.ts'
import { onlyWithTale } from '../../../../only-with-tale.ts'

type Context = { params: Promise<{ id: string; cook: string }> }

export const dynamic = 'force-dynamic'

/** The cook walks out of the order in hand, or of the next one: a real process dies by `kill -9`. Again: nothing more happens. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  DELETE: onlyWithTale(async (request, context: Context) => {
    const { id, cook } = await context.params
    if (!/^\d{1,3}$/.test(cook)) throw new NoSuchCook('there is no such cook')
    const wish = { do: 'walk-out', cook: Number(cook) } as const
    const rush = await askOfRush(id, wish, `walk-out ${wish.cook}`, readBearer(request))
    return Response.json(rush, { status: 202, headers: { 'Cache-Control': 'no-store' } })
  }),
})
