import { limitRate } from '#app/api/limit-rate.ts'
import { methods } from '#app/api/methods.ts'
import { readKey } from '#app/api/read-key.ts'
import { findTaleRestaurant } from '#rush/find-tale-restaurant.ts'
import { OFFICE } from '#rush/tale-restaurants.ts'
import { standInLine } from '#rush/turns.ts'
import { onlyWithTale } from '../../../only-with-tale.ts'

type Context = { params: Promise<{ id: string }> }

export const dynamic = 'force-dynamic'

/** A guest stands in the cashier's line near the office; the answer comes when the order is said. Who closes the connection has left. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  POST: onlyWithTale(async (request, context: Context) => {
    const { id } = await context.params
    const office = await findTaleRestaurant(OFFICE)
    if (office) await limitRate('orders', office, request)
    await standInLine(id, readKey(request, 'turn'), request.signal)
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
  }),
})
