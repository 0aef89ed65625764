import { methods } from '#app/api/methods.ts'
import { problem } from '#app/api/problem.ts'

const nothingHere = () => problem('no-such-thing', { detail: 'GET /api/openapi.json tells what there is.' })

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, OPTIONS } = methods({ GET: nothingHere, POST: nothingHere })
export { nothingHere as DELETE, nothingHere as PATCH, nothingHere as PUT }
