import { methods } from '#app/api/methods.ts'
import { restaurantOf } from '#app/api/restaurant-of.ts'
import { takeOrder } from './take-order.ts'

type Context = { params: Promise<{ restaurant: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  POST: async (request, context) => takeOrder(await restaurantOf(context), request),
})
