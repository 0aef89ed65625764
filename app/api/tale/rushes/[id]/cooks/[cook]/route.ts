import { methods } from '#app/api/methods.ts'
import { readBearer } from '#app/api/read-bearer.ts'
import { letWalkOut } from '#rush/ask-of-rush.ts'
import { NoSuchCook } from '#rush/refusals.ts'
import { onlyWithTale } from '../../../../only-with-tale.ts'

type Context = { params: Promise<{ id: string; cook: string }> }

export const dynamic = 'force-dynamic'

/** The cook walks out of the order in hand, or of the next one: a real process dies by `kill -9`. Again: nothing more happens. One cook stays. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  DELETE: onlyWithTale(async (request, context: Context) => {
    const { id, cook } = await context.params
    if (!/^\d{1,3}$/.test(cook)) throw new NoSuchCook('there is no such cook')
    const rush = await letWalkOut(id, Number(cook), readBearer(request))
    return Response.json(rush, { status: 202, headers: { 'Cache-Control': 'no-store' } })
  }),
})
