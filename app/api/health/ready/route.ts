import { methods } from '#app/api/methods.ts'
import { reasonsNotReady } from '#orders/readiness.ts'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  async GET() {
    const reasons = await reasonsNotReady()
    const ready = reasons.length === 0
    return Response.json(ready ? { ready } : { ready, reasons }, {
      status: ready ? 200 : 503,
      headers: { 'Cache-Control': 'no-store' },
    })
  },
})
