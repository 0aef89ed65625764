import { methods } from '#app/api/methods.ts'
import { NoSuchCook } from '#rush/refusals.ts'
import { askOfRush } from '#rush/rushes.ts'
import { onlyWithTale } from '../../../../only-with-tale.ts'

type Context = { params: Promise<{ id: string; cook: string }> }

export const dynamic = 'force-dynamic'

/** The cook walks out of the order in hand, or of the next one: a real process dies by `kill -9`. Again: nothing more happens. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  DELETE: onlyWithTale(async (_request, context: Context) => {
    const { id, cook } = await context.params
    if (!/^\d{1,3}$/.test(cook)) throw new NoSuchCook('there is no such cook')
    const rush = await askOfRush(id, { do: 'walk-out', cook: Number(cook) }, `walk-out ${Number(cook)}`)
    return Response.json(rush, { status: 202, headers: { 'Cache-Control': 'no-store' } })
  }),
})
