import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page, Request, Route } from '@playwright/test'
import { expect, test } from '#tests/e2e/nugget.ts'
import { stubPoll } from '#tests/e2e/stub-poll.ts'

const SIZES = {
  kiosk: { width: 1080, height: 1920 },
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
}
const ORDERS = '**/api/*/orders'

test.use({ viewport: SIZES.kiosk, hasTouch: true })

test('an order by touch gives a number, and "Got it" makes room for the next customer', async ({ page }) => {
  await page.goto('/office/kiosk')
  await pick(page, '6-piece nuggets', '6-piece nuggets', 'Fries')
  await yourOrder(page).getByRole('button', { name: 'One more Fries' }).tap()
  await yourOrder(page).getByRole('button', { name: 'One fewer 6-piece nuggets' }).tap()
  await page.getByRole('radio', { name: 'Take away' }).tap()
  await expect(yourOrder(page)).toContainText('€10.70')

  const [request] = await Promise.all([page.waitForRequest(ORDERS), place(page)])
  expect(request.postDataJSON()).toEqual({
    items: [
      { id: 'nuggets-6', quantity: 1 },
      { id: 'fries', quantity: 2 },
    ],
    dining: 'take-away',
  })
  const number = await numberFrom(request)
  await expect(yourNumber(page)).toHaveText(number)

  await page.getByRole('button', { name: 'Got it' }).tap()
  await expect(page.getByRole('heading', { name: 'What would you like?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'One more Fries' })).toHaveCount(0)
})

test('an order can be placed with the keyboard alone', async ({ page }) => {
  await page.goto('/office/kiosk')
  await page.getByRole('button', { name: 'Coffee', exact: true }).press('Enter')
  await page.getByRole('radio', { name: 'Eat in' }).press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Take away' })).toBeChecked()
  await page.getByRole('button', { name: 'Place order' }).press('Enter')
  await expect(yourNumber(page)).toBeVisible()
  await expect(page.getByRole('heading', { name: /This is your number/ })).toBeFocused()
})

test('a double tap gives one order, and does not tap its number away', async ({ page }) => {
  const keys = keysOf(page)
  await page.goto('/office/kiosk')
  await pick(page, 'Coffee')
  await page.getByRole('button', { name: 'Place order' }).dblclick()
  await expect(yourNumber(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Got it' })).toBeEnabled()
  await expect(yourNumber(page)).toBeVisible()
  expect(keys).toHaveLength(1)
})

test('a reload in mid-order gives one order', async ({ page }) => {
  const keys = keysOf(page)
  const placed = Promise.withResolvers<string>()
  await page.route(ORDERS, async route => placed.resolve(await arriveUnanswered(route)), { times: 1 })

  await page.goto('/office/kiosk')
  await pick(page, 'Coffee', 'Fries')
  await place(page)
  const number = await placed.promise
  await page.reload()

  await expect(yourNumber(page)).toHaveText(number)
  expect(new Set(keys).size).toBe(1)
})

test('after silence the kiosk tries again, and the number is that of the first try', async ({ page }) => {
  const keys = keysOf(page)
  const placed = Promise.withResolvers<string>()
  await page.route(
    ORDERS,
    async route => {
      placed.resolve(await arriveUnanswered(route))
      await route.abort('timedout')
    },
    { times: 1 },
  )

  await page.goto('/office/kiosk')
  await pick(page, 'Lemonade')
  await place(page)

  await expect(yourNumber(page)).toHaveText(await placed.promise)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test('a kitchen that does not answer within eight seconds is asked again', async ({ page }) => {
  await page.clock.install()
  const keys = keysOf(page)
  await page.route(ORDERS, () => {}, { times: 1 })
  await page.goto('/office/kiosk')
  await pick(page, 'Lemonade')
  await Promise.all([page.waitForRequest(ORDERS), place(page)])
  await expect(page.getByRole('button', { name: 'Sending your order…' })).toBeVisible()

  // Paused there, or it would try again by itself before it is tapped.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 8000)
  await page.getByRole('button', { name: 'Try again' }).tap()
  await page.clock.resume()
  await expect(yourNumber(page)).toBeVisible()
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test('an order of unknown outcome cannot be changed, and leaving it is said to be risky', async ({
  page,
}) => {
  await page.clock.install()
  await page.route(ORDERS, route => route.abort())
  await page.goto('/office/kiosk')
  await pick(page, 'Lemonade')
  await place(page)

  await expect(page.getByRole('heading', { name: 'Still sending your order…' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'One more Lemonade' })).toHaveCount(0)
  await page.clock.fastForward('01:00')
  await expect(page.getByRole('heading', { name: 'Still sending your order…' })).toBeVisible()

  await page.getByRole('button', { name: 'Leave without a number' }).tap()
  await expect(page.getByRole('dialog')).toContainText('it may be cooked twice')
  await expectGood(page, 'dialog-leave')
  await page.getByRole('button', { name: 'Keep trying' }).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: 'Leave without a number' }).tap()
  await page.getByRole('button', { name: 'Leave', exact: true }).tap()
  await expect(page.getByRole('heading', { name: 'What would you like?' })).toBeVisible()
})

test('an order of unknown outcome that nobody waits for any more is not sent again', async ({ page }) => {
  await page.clock.install()
  const keys = keysOf(page)
  await page.route(ORDERS, route => route.abort())
  await page.goto('/office/kiosk')
  await pick(page, 'Lemonade')
  await place(page)
  await expect(page.getByRole('heading', { name: 'Still sending your order…' })).toBeVisible()

  await page.clock.fastForward(100_000)
  await expect(page.getByRole('dialog', { name: 'Still there?' })).toBeVisible()
  await page.clock.fastForward(20_000)
  await expect(page.getByRole('heading', { name: 'What would you like?' })).toBeVisible()
  const tries = keys.length
  await page.clock.fastForward('10:00')
  await expect(yourOrder(page)).not.toContainText('Lemonade')
  expect(keys).toHaveLength(tries)
})

test('busy is said in plain words, the basket stays, and the same order can be placed later', async ({
  page,
}) => {
  const keys = keysOf(page)
  await page.route(ORDERS, busy, { times: 1 })
  await page.goto('/office/kiosk')
  await pick(page, 'Cheeseburger')
  await place(page)

  const notice = page.getByRole('alert').filter({ hasText: 'The kitchen has its hands full' })
  await expect(notice).toContainText('Please try again in about 2 minutes.')
  await expect(yourOrder(page).getByRole('button', { name: 'One more Cheeseburger' })).toBeVisible()

  await place(page)
  await expect(yourNumber(page)).toBeVisible()
  expect(new Set(keys).size).toBe(1)
})

test('an order changed after a refusal is another order', async ({ page }) => {
  const keys = keysOf(page)
  await page.route(ORDERS, busy, { times: 1 })
  await page.goto('/office/kiosk')
  await pick(page, 'Cheeseburger')
  await place(page)
  await expect(page.getByRole('alert').filter({ hasText: 'hands full' })).toBeVisible()

  await pick(page, 'Coffee')
  await expect(page.getByRole('alert').filter({ hasText: 'hands full' })).toHaveCount(0)
  await place(page)
  await expect(yourNumber(page)).toBeVisible()
  expect(new Set(keys).size).toBe(2)
})

test('an untouched basket is cleared after two minutes, with a warning', async ({ page }) => {
  await page.clock.install()
  await page.goto('/office/kiosk')
  await pick(page, 'Coffee')

  await page.clock.fastForward(90_000)
  await expect(page.getByRole('dialog', { name: 'Still there?' })).toHaveCount(0)
  await page.clock.fastForward(10_000)
  await expect(page.getByRole('dialog', { name: 'Still there?' })).toBeVisible()
  await expectGood(page, 'dialog-still-there')
  await page.getByRole('button', { name: "I'm still here" }).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(yourOrder(page)).toContainText('Coffee')

  await page.clock.fastForward(100_000)
  await expect(page.getByRole('dialog', { name: 'Still there?' })).toBeVisible()
  await page.clock.fastForward(20_000)
  await expect(yourOrder(page)).not.toContainText('Coffee')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a number is never taken away by waiting or by a reload, and can be shown again', async ({ page }) => {
  await page.clock.install()
  await page.goto('/office/kiosk')
  await pick(page, 'Coffee')
  const [request] = await Promise.all([page.waitForRequest(ORDERS), place(page)])
  const number = await numberFrom(request)

  await expect(yourNumber(page)).toHaveText(number)
  await page.clock.fastForward('01:00:00')
  await expect(yourNumber(page)).toHaveText(number)
  await page.reload()
  await expect(yourNumber(page)).toHaveText(number)

  await page.getByRole('button', { name: 'Got it' }).tap()
  await page.getByRole('button', { name: 'Show my number again' }).tap()
  await expect(yourNumber(page)).toHaveText(number)

  await page.getByRole('button', { name: 'Got it' }).tap()
  await expect(page.getByRole('button', { name: 'Show my number again' })).toBeVisible()
  await page.clock.fastForward(121_000)
  await expect(page.getByRole('button', { name: 'Show my number again' })).toHaveCount(0)
})

test('near the apartment one stands in line until the food is there', async ({ page }) => {
  await page.goto('/apartment/kiosk')
  await pick(page, '20-piece nuggets', '20-piece nuggets')
  await place(page)
  await expect(page.getByRole('heading', { name: 'You are standing in line.' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your food is ready. Enjoy!' })).toBeVisible()
  await expect(yourNumber(page)).toHaveText(/^\d+$/)
  await expect(page.getByTitle('QR code')).toHaveCount(0)

  await page.getByRole('button', { name: 'Got it' }).tap()
  await expect(page.getByRole('heading', { name: 'What would you like?' })).toBeVisible()
})

for (const [shape, viewport] of Object.entries(SIZES)) {
  test.describe(shape, () => {
    test.use({ viewport })

    test('who stands in line near the apartment sees how long it is, and how it changes', async ({
      page,
    }) => {
      const lineOf = (people: number) => ({ restaurant: 'apartment', asOf: new Date().toISOString(), people })
      const line = await stubPoll(page, '**/api/apartment/line', lineOf(7))
      await page.route(ORDERS, () => {})
      await page.goto('/apartment/kiosk')
      await pick(page, 'Coffee')
      await place(page)
      const words = page.getByText(/stands? in line$/)
      await expect(words).toHaveText('Seven people stand in line')
      await expectGood(page, `${shape}-in-line`)

      line.show(lineOf(30))
      await expect(words).toHaveText('More than a dozen people stand in line')
      await expectGood(page, `${shape}-in-long-line`)

      line.show(lineOf(0))
      await expect(words).toHaveText('One person stands in line')
      await expect(page.getByRole('button', { name: 'Leave the line' })).toBeInViewport({ ratio: 1 })
    })
  })
}

test('who leaves the line keeps the basket', async ({ page }) => {
  await page.route(ORDERS, () => {})
  await page.goto('/apartment/kiosk')
  await pick(page, 'Coffee')
  const [request] = await Promise.all([page.waitForRequest(ORDERS), place(page)])
  const gone = page.waitForEvent('requestfailed', failed => failed === request)
  await page.getByRole('button', { name: 'Leave the line' }).tap()
  await gone
  await expect(yourOrder(page)).toContainText('Coffee')
})

test('the short ways lead to a kiosk; an unknown restaurant is not found', async ({ page }) => {
  for (const [address, kiosk] of [
    ['/kiosk', '/office/kiosk'],
    ['/office', '/office/kiosk'],
    ['/apartment', '/apartment/kiosk'],
  ] as const) {
    await page.goto(address)
    await expect(page).toHaveURL(url => url.pathname === kiosk)
  }
  for (const address of ['/nowhere', '/nowhere/kiosk']) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(404)
  }
})

for (const [shape, viewport] of Object.entries(SIZES)) {
  test.describe(shape, () => {
    test.use({ viewport })

    test('every step fits the screen and passes axe', async ({ page }) => {
      await page.goto('/office/kiosk')
      await expectGood(page, `${shape}-start`)

      await pick(page, '6-piece nuggets', '6-piece nuggets', 'Cheeseburger', 'Lemonade')
      await expectGood(page, `${shape}-basket`)

      await page.route(ORDERS, busy, { times: 1 })
      await place(page)
      await expect(page.getByRole('alert').filter({ hasText: 'hands full' })).toBeVisible()
      await expectGood(page, `${shape}-busy`)

      await page.route(ORDERS, route => route.abort())
      await place(page)
      await expect(page.getByRole('heading', { name: 'Still sending your order…' })).toBeVisible()
      await expectGood(page, `${shape}-still-sending`)
      await page.unroute(ORDERS)

      // The pauses between two tries grow, to a quarter of a minute.
      await expect(page.getByRole('button', { name: 'Got it' })).toBeEnabled({ timeout: 20_000 })
      await expectGood(page, `${shape}-number`)
    })
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: SIZES.phone })

  test('the way to the order is in reach wherever one is, until "Place order" itself is', async ({
    page,
  }) => {
    await page.goto('/office/kiosk')
    await pick(
      page,
      '6-piece nuggets',
      'Cheeseburger',
      'Fries',
      'Lemonade',
      'Coffee',
      'Caramel sundae',
      'Apple pie',
    )
    const way = page.getByRole('link', { name: /See your order/ })
    const button = page.getByRole('button', { name: 'Place order' })

    const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    for (let top = 0; top < end + 150; top += 150) {
      await page.evaluate(top => scrollTo({ top }), top)
      await expect.poll(async () => (await inReach(way)) !== (await inReach(button)), `at ${top}`).toBe(true)
    }
    await expect.poll(() => inReach(button)).toBe(true)
  })

  test('a double tap on the way to the order places none', async ({ page }) => {
    const keys = keysOf(page)
    await page.goto('/office/kiosk')
    await pick(page, 'Coffee')
    await page.evaluate(() => scrollTo({ top: 0 }))
    const way = await page.getByRole('link', { name: /See your order/ }).boundingBox()
    await page.mouse.dblclick((way?.x ?? 0) + 100, (way?.y ?? 0) + 30, { delay: 60 })
    await expect(page.getByRole('button', { name: 'Place order' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('link', { name: /See your order/ })).toBeHidden()
    expect(keys).toEqual([])
  })

  test('why an order was not placed is seen without scrolling', async ({ page }) => {
    await page.route(ORDERS, busy, { times: 1 })
    await page.goto('/office/kiosk')
    await pick(
      page,
      '6-piece nuggets',
      'Cheeseburger',
      'Fries',
      'Lemonade',
      'Coffee',
      'Caramel sundae',
      'Apple pie',
    )
    await page.getByRole('link', { name: /See your order/ }).tap()
    await place(page)
    await expect(page.getByRole('alert').filter({ hasText: 'hands full' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Place order' })).toBeInViewport({ ratio: 1 })
  })
})

test('on the kiosk every target is at least 64 pixels high and wide', async ({ page }) => {
  await page.goto('/office/kiosk')
  await pick(page, 'Veggie wrap')
  for (const target of await page.locator('button, label').all()) {
    const box = await target.boundingBox()
    expect(
      Math.min(box?.width ?? 0, box?.height ?? 0),
      (await target.textContent()) ?? '',
    ).toBeGreaterThanOrEqual(64)
  }
})

async function pick(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('button', { name, exact: true }).tap()
}

async function place(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Place order' }).tap()
}

/** Whether a finger that aims at its middle hits it. */
async function inReach(target: Locator): Promise<boolean> {
  return target.evaluateAll(([element]) => {
    if (!element) return false
    const { left, top, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })
}

function yourOrder(page: Page) {
  return page.getByRole('region', { name: 'Your order' })
}

function yourNumber(page: Page) {
  return page.getByLabel('Your number')
}

/** The idempotency key of each try at placing an order, from now on. */
function keysOf(page: Page): string[] {
  const keys: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST') keys.push(request.headers()['idempotency-key'] ?? 'none')
  })
  return keys
}

async function numberFrom(request: Request): Promise<string> {
  const order = await (await request.response())?.json()
  return String(order.number)
}

/** The order reaches the cashier, but the answer does not reach the kiosk. */
async function arriveUnanswered(route: Route): Promise<string> {
  const order = await (await route.fetch()).json()
  return String(order.number)
}

async function busy(route: Route): Promise<void> {
  await route.fulfill({
    status: 503,
    contentType: 'application/problem+json',
    headers: { 'Retry-After': '120' },
    json: {
      type: '/problems/line-full',
      title: 'The kitchen has its hands full',
      status: 503,
      detail: 'Nothing was ordered.',
    },
  })
}

/** Nothing to be scrolled sideways, nothing that axe objects to; and a picture for the eye. */
async function expectGood(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/kiosk/${name}.png`, animations: 'disabled' })
  const sidewaysPx = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(sidewaysPx).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
}
