import { expect, test } from '@playwright/test'
import { Board } from '#orders/board.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { kitchenPart, startNugget } from '#tests/support/start-nugget.ts'
import { writeRestaurant } from '#tests/support/write-restaurant.ts'

const nuggets = (quantity: number) => ({ items: [{ id: 'nuggets-6', quantity }] })

test('a kiosk says in minutes how long the line is full, keeps the basket, and orders once there is room', async ({
  page,
}) => {
  const {
    restaurant: { slug },
    env,
  } = await writeRestaurant({ cooks: 1, maxQueued: 120 }, '')
  const { RESTAURANTS_DIR = '' } = env
  const nugget = await startNugget({ kitchens: 0, env: { RESTAURANTS_DIR, KITCHEN_SPEED: '1' } })
  const kitchen = kitchenPart(0, { RESTAURANTS_DIR, REDIS_URL: nugget.redisUrl, KITCHEN_SPEED: '1000' })
  try {
    // 120 s may wait. The cook, expected back within ten seconds, takes the second order after the first one's 96 s: then there is room.
    for (const body of [nuggets(12), nuggets(20)]) await postOrder(nugget.url, { restaurant: slug, body })
    await page.goto(`${nugget.url}/${slug}/kiosk`)
    const order = page.getByRole('region', { name: 'Your order' })
    await page.getByRole('button', { name: 'Coffee', exact: true }).click()
    await order.getByRole('button', { name: 'Place order' }).click()

    const notice = page.getByRole('alert').filter({ hasText: 'The kitchen has its hands full' })
    await expect(notice).toContainText('Nothing was ordered')
    await expect(notice).toContainText('Please try again in about 2 minutes.')
    await expect(order.getByRole('button', { name: 'One more Coffee' })).toBeVisible()

    await kitchen.start()
    await expect
      .poll(async () => Board.parse((await call(nugget.url, `/api/${slug}/board`)).body).counts.preparing)
      .toBe(0)
    await order.getByRole('button', { name: 'Place order' }).click()
    await expect(page.getByLabel('Your number')).toHaveText('3')
  } finally {
    await kitchen.end()
    await nugget.stop()
  }
})
