import { methods } from '#app/api/methods.ts'
import { readiness } from '#orders/readiness.ts'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  async GET() {
    const { reasons, warnings } = await readiness()
    const ready = reasons.length === 0
    return Response.json(ready ? { ready, warnings } : { ready, reasons, warnings }, {
      status: ready ? 200 : 503,
      headers: { 'Cache-Control': 'no-store' },
    })
  },
})
