import { limitRate } from '#app/api/limit-rate.ts'
import { methods } from '#app/api/methods.ts'
import { noSuchOrder } from '#app/api/no-such-order.ts'
import { restaurantOf } from '#app/api/restaurant-of.ts'
import { collectOrder } from '#orders/collect-order.ts'
import { collectMeal } from '#orders/counter.ts'

type Context = { params: Promise<{ restaurant: string; id: string }> }

export const dynamic = 'force-dynamic'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods<Context>({
  async POST(request, context) {
    const restaurant = await restaurantOf(context)
    await limitRate('collections', restaurant, request)
    const { id } = await context.params
    const order =
      restaurant.service === 'queue' ? await collectOrder(restaurant, id) : collectMeal(restaurant, id)
    return order ? Response.json(order, { headers: { 'Cache-Control': 'no-store' } }) : noSuchOrder()
  },
})
