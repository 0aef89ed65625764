import { PROBLEMS } from '#app/api/problem.ts'
import { expectAccessible } from '#tests/e2e/accessible.ts'
import { look } from '#tests/e2e/look.ts'
import { expect, test } from '#tests/e2e/nugget.ts'
import { placeOrder } from '#tests/e2e/place-order.ts'
import { stubPoll } from '#tests/e2e/stub-poll.ts'

test('the front door leads to every screen', async ({ page }) => {
  await page.goto('/')
  for (const path of [
    '/office/kiosk',
    '/office/display',
    '/apartment/kiosk',
    '/apartment/display',
    '/tale',
  ]) {
    const link = page.locator(`a[href="${path}"]`)
    await expect(link).toBeVisible()
    expect((await page.request.get(path)).status()).toBe(200)
  }
})

test('both restaurants are seen live', async ({ page, request }) => {
  await page.goto('/')
  const office = page.getByRole('region', { name: 'Near the office' })
  const apartment = page.getByRole('region', { name: 'Near the apartment' })

  const order = await placeOrder(request)
  await expect(
    office.getByRole('region', { name: 'Ready' }).getByText(String(order.number), { exact: true }),
  ).toBeVisible()

  const meal = placeOrder(request, { restaurant: 'apartment', item: 'nuggets-20', quantity: 5 })
  await expect(apartment.getByText('One person stands in line')).toBeVisible()
  await meal
  await expect(apartment.getByText('Nobody stands in line')).toBeVisible()
})

test('the front door opens while Redis is away, and fills in by itself', async ({
  page,
  request,
  nugget,
}) => {
  await nugget.redis().kill()
  await expect.poll(async () => (await request.get('/api/office/board')).status()).toBe(503)
  await page.goto('/')
  await expect(page.getByText('The wall cannot be seen right now')).toBeVisible()
  await nugget.restartRedis()
  await expect(page.getByRole('region', { name: 'Ready' })).toBeVisible()
})

test('the source of the story is named', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('contentinfo')).toContainText('LJ Miranda')
  await expect(page.getByRole('contentinfo').getByRole('link')).toHaveAttribute(
    'href',
    'https://ljvmiranda921.github.io/notebook/2019/11/08/flask-redis-celery-mcdo/',
  )
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`it looks well at ${viewport.width}x${viewport.height}`, async ({ page, request }, testInfo) => {
    await page.setViewportSize(viewport)
    await placeOrder(request, { item: 'nuggets-20' })
    await stubPoll(page, '**/api/apartment/line', { restaurant: 'apartment', people: 3 })
    await page.goto('/')
    await expect(page.getByText('Three people stand in line')).toBeVisible()
    await look(page, testInfo, `landing-${viewport.width}x${viewport.height}`)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  })
}

test('what went wrong is explained at the address that a refusal names', async ({
  page,
  request,
}, testInfo) => {
  for (const [name, { status, title }] of Object.entries(PROBLEMS)) {
    const answer = await request.get(`/problems/${name}`)
    expect(answer.status(), name).toBe(200)
    expect(await answer.text()).toContain(title)
    expect(await answer.text()).toContain(`status ${status}`)
  }
  expect((await request.get('/problems/none-of-ours')).status()).toBe(404)

  await page.goto('/problems/not-json')
  await expect(page.getByRole('heading', { name: 'The body is not JSON' })).toBeVisible()
  await expectAccessible(page)
  await look(page, testInfo, 'problem')
})
