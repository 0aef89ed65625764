import { methods } from '#app/api/methods.ts'
import { readBearer } from '#app/api/read-bearer.ts'
import { readKey } from '#app/api/read-key.ts'
import { hireCook } from '#rush/ask-of-rush.ts'
import { onlyWithTale } from '../../../only-with-tale.ts'

type Context = { params: Promise<{ id: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  POST: onlyWithTale(async (request, context: Context) => {
    const { id } = await context.params
    const rush = await hireCook(id, readKey(request, 'cook'), readBearer(request))
    return Response.json(rush, { status: 202, headers: { 'Cache-Control': 'no-store' } })
  }),
})
