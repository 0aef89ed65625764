import { methods } from '#app/api/methods.ts'
import { noSuchRush } from '#app/api/no-such-rush.ts'
import { toCsv } from '#rush/clocks.ts'
import { drawCustomers } from '#rush/customers.ts'
import { readRush } from '#rush/rushes.ts'
import { onlyWithTale } from '../../../only-with-tale.ts'

type Context = { params: Promise<{ id: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  GET: onlyWithTale(async (_request, context: Context) => {
    const { id } = await context.params
    const rush = await readRush(id)
    if (!rush) return noSuchRush()

    const { clocks, sides, settings } = rush
    const csv = toCsv(
      drawCustomers(settings),
      { clocks: clocks.apartment, walkedOut: sides.apartment.walkedOut },
      { clocks: clocks.office, walkedOut: sides.office.walkedOut },
    )
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename="rush-${settings.preset}-${settings.seed}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  }),
})
