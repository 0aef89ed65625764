import { expectAccessible } from '#tests/e2e/accessible.ts'
import { look } from '#tests/e2e/look.ts'
import { expect, test } from '#tests/e2e/nugget.ts'
import { placeOrder } from '#tests/e2e/place-order.ts'
import { stubPoll } from '#tests/e2e/stub-poll.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

const addressOf = (order: { id: string }) => `/office/orders/${order.id}`

test('an order is followed on the phone until the customer has it', async ({ page, request }) => {
  const order = await placeOrder(request, { item: 'nuggets-20', quantity: 5 })
  await page.goto(addressOf(order))
  const ticket = page.getByRole('main')
  await expect(page.getByLabel('Your number')).toHaveText(String(order.number))
  await expect(ticket).toHaveAttribute('data-status', 'preparing')
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '5')
  await expect(page.getByText(/^[1-4] of 5 portions done$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'I have it' })).toHaveCount(0)

  await expect(ticket).toHaveAttribute('data-status', 'ready', { timeout: 15_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ready')
  await expect(page.getByRole('status').filter({ hasText: 'Ready' })).toBeAttached()

  await page.getByRole('button', { name: 'I have it' }).tap()
  await expect(ticket).toHaveAttribute('data-status', 'collected')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enjoy!')
  await expect(page.getByRole('button', { name: 'I have it' })).toHaveCount(0)
})

test("the server's HTML has the number, for a phone without scripts too", async ({ request }) => {
  const order = await placeOrder(request)
  const html = await (await request.get(addressOf(order))).text()
  expect(html).toMatch(new RegExp(`<output[^>]*aria-label="Your number"[^>]*>${order.number}</output>`))
  expect(html).toContain('<noscript><meta http-equiv="refresh"')
})

test('the place in line is told in words', async ({ page, request }) => {
  const order = await placeOrder(request)
  const queued = (position: number) => ({ ...order, status: 'preparing', stage: 'queued', position })
  const ticket = await stubPoll(page, `**/api/office/orders/${order.id}`, queued(4))
  await page.goto(addressOf(order))
  await expect(page.getByText('3 orders before yours.').first()).toBeVisible()
  ticket.show(queued(2))
  await expect(page.getByText('One order before yours.').first()).toBeVisible()
  ticket.show(queued(1))
  await expect(page.getByText('You are next.').first()).toBeVisible()
})

test('"I have it" that did not get through can be pressed again', async ({ page, request }) => {
  const order = await placeOrder(request)
  await page.goto(addressOf(order))
  const button = page.getByRole('button', { name: 'I have it' })
  await page.route('**/collection', route => route.abort(), { times: 1 })
  await button.tap()
  await expect(page.getByText('That did not get through. Please try again.')).toBeVisible()
  await button.tap()
  await expect(page.getByRole('main')).toHaveAttribute('data-status', 'collected')
})

test('old news is said to be old, and the ticket recovers', async ({ page, request, nugget }) => {
  const order = await placeOrder(request)
  await page.clock.install()
  await page.goto(addressOf(order))
  await expect(page.getByRole('main')).toHaveAttribute('data-status', 'ready')

  await nugget.redis().kill()
  await page.clock.fastForward(11_000)
  await expect(page.getByText("Not up to date. The restaurant's queue is away.")).toBeVisible()
  await nugget.restartRedis()
  await expect(page.getByText('Not up to date.')).toBeHidden()
})

test('an order that does not exist is a real 404 page', async ({ page }) => {
  for (const address of [
    '/office/orders/nobody-knows-it',
    '/nowhere/orders/x',
    '/nowhere/display',
    '/no/such/page',
  ]) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(404)
    await expect(page.getByRole('heading', { name: 'Nothing is served here' })).toBeVisible()
  }
  await expectAccessible(page)
})

test('a screen without scripts that is hung at a wrong address says so', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  for (const address of ['/offices', '/offices/display', '/office/orders/nobody-knows-it', '/no/such/page']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Nothing is served here' })).toBeVisible()
  }
  await context.close()
})

test.describe('looks', () => {
  const items = [
    { id: 'nuggets-6', name: '6-piece nuggets', quantity: 2 },
    { id: 'fries', name: 'Fries', quantity: 1 },
    { id: 'lemonade', name: 'Lemonade', quantity: 1 },
  ]
  const done = (portions: number) => ({ progress: { done: portions, total: 4 }, stage: null, position: null })
  const states = {
    queued: { status: 'preparing', ...done(0), stage: 'queued', position: 4 },
    cooking: { status: 'preparing', ...done(2), stage: 'cooking' },
    ready: { status: 'ready', ...done(4) },
    missed: { status: 'missed', ...done(4) },
    collected: { status: 'collected', ...done(4) },
    attention: { status: 'attention', ...done(1) },
  }
  for (const [name, state] of Object.entries(states)) {
    test(name, async ({ page, request }, testInfo) => {
      const order = await placeOrder(request)
      await stubPoll(page, `**/api/office/orders/${order.id}`, { ...order, number: 847, items, ...state })
      await page.goto(addressOf(order))
      await expect(page.getByLabel('Your number')).toHaveText('847')
      await expect(page.getByRole('main')).toHaveAttribute('data-status', state.status)
      await look(page, testInfo, `ticket-${name}`)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    })
  }

  for (const [width, height] of [
    [1920, 1080],
    [1440, 900],
    [820, 1180],
  ] as const) {
    test(`a screen of ${width}x${height} is filled`, async ({ page, request }, testInfo) => {
      await page.setViewportSize({ width, height })
      const order = await placeOrder(request)
      const shown = { ...order, items, ...states.ready }
      const ticket = await stubPoll(page, `**/api/office/orders/${order.id}`, { ...shown, number: 847 })
      await page.goto(addressOf(order))
      await expect(page.getByLabel('Your number')).toHaveText('847')
      await look(page, testInfo, `ticket-${width}x${height}`)
      await expectAccessible(page)

      const card = await page.getByRole('region', { name: 'Your order' }).boundingBox()
      expect((card?.width ?? 0) / width).toBeGreaterThan(0.55)
      expect((card?.height ?? 0) / height).toBeGreaterThan(0.5)
      ticket.show({ ...shown, number: 10_847 })
      await expect(page.getByLabel('Your number')).toHaveText('10847')
      for (const part of [page.getByLabel('Your number'), page.getByText('Lemonade')]) {
        expect(await part.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
        await expect(part).toBeInViewport({ ratio: 1 })
      }
      const [beyondX, beyondY] = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return [scrollWidth - innerWidth, scrollHeight - innerHeight]
      })
      expect([beyondX, beyondY]).toEqual([0, 0])
    })
  }
})
