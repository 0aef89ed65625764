import { expect, test } from '@playwright/test'
import { Board } from '#orders/board.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { kitchenPart, startNugget } from '#tests/support/start-nugget.ts'
import { writeRestaurant } from '#tests/support/write-restaurant.ts'

const A_LOT = { items: Array(2).fill({ id: 'nuggets-6', quantity: 20 }) }

test('a kiosk says in minutes how long the line is full, keeps the basket, and orders once there is room', async ({
  page,
}) => {
  const {
    restaurant: { slug },
    env,
  } = await writeRestaurant({ cooks: 2, maxQueued: 60 }, '')
  const { RESTAURANTS_DIR = '' } = env
  const nugget = await startNugget({ kitchens: 0, env: { RESTAURANTS_DIR, KITCHEN_SPEED: '1' } })
  const kitchen = kitchenPart(0, { RESTAURANTS_DIR, REDIS_URL: nugget.redisUrl, KITCHEN_SPEED: '1000' })
  try {
    // 320 s to cook, of which 120 may wait for two cooks: the rest takes them 100 s.
    await postOrder(nugget.url, { restaurant: slug, body: A_LOT })
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
    await expect(page.getByLabel('Your number')).toHaveText('2')
  } finally {
    await kitchen.end()
    await nugget.stop()
  }
})
