import { methods } from '#app/api/methods.ts'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: () => Response.json({ live: true }, { headers: { 'Cache-Control': 'no-store' } }),
})
