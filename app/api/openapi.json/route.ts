import { methods } from '#app/api/methods.ts'
import { describeApi } from './describe-api.ts'

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: () => Response.json(describeApi()),
})
