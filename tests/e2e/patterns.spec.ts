import type { Locator, Page } from '@playwright/test'
import type { Pattern } from '#app/tale/patterns/passages.ts'
import { expectAccessible } from '#tests/e2e/accessible.ts'
import { look } from '#tests/e2e/look.ts'
import { test as base, expect } from '#tests/e2e/nugget.ts'
import { call } from '#tests/support/call-api.ts'
import type { Part } from '#tests/support/part.ts'
import { followRush, isOver, postRush, rushPart, startRush } from '#tests/support/start-tale.ts'

/** Each worker plays its scenes one after the other: there is one rush at a time. */
const test = base.extend<object, { rush: Part }>({
  rush: [
    async ({ nugget }, use) => {
      const rush = rushPart(nugget)
      await rush.start()
      await use(rush)
      await rush.end()
    },
    { scope: 'worker', auto: true, timeout: 60_000 },
  ],
})

/** Ends whatever rush is on, so that the next scene finds the cooks free. */
test.afterEach(async ({ nugget: { url } }) => {
  const on = (await postRush(url, { seed: 1, perMinute: 0, speed: 60 })).headers.get('location')
  if (on) await call(url, on, { method: 'DELETE' })
  if (on) await followRush(url, on, isOver)
})

/** The page with the scene of `pattern` in view. */
async function open(page: Page, pattern: Pattern): Promise<Locator> {
  await page.goto(`/tale#${pattern}`)
  return page.locator(`[data-pattern="${pattern}"]`)
}

const told = (scene: Locator) =>
  scene.getByRole('list', { name: 'What was said over HTTP' }).getByRole('listitem')

test('two presses of one order are one number, and a new key is another', async ({ page }) => {
  const scene = await open(page, 'idempotent-order')
  await scene.getByRole('button', { name: 'Order a burger, pressing twice' }).click()
  await expect(told(scene).filter({ hasText: 'number 1' })).toHaveCount(2)
  await expect(told(scene).filter({ hasText: 'Idempotent-Replayed: true' })).toHaveCount(1)

  await scene.getByRole('button', { name: 'Twice again, with a new key' }).click()
  await expect(told(scene).filter({ hasText: 'number 2' })).toHaveCount(2)
})

test('numbers come out in another order than they went in', async ({ page }) => {
  const scene = await open(page, 'correlation-id')
  await scene.getByRole('button', { name: /^Order nuggets/ }).click()
  await expect(scene.getByText('Went in as 1, 2, 3; came out as 2, 3, 1.')).toBeVisible({ timeout: 20_000 })
})

test('a kitchen process is killed with -9, and another cook takes the same number up', async ({
  page,
}, testInfo) => {
  const scene = await open(page, 'stalled-job')
  await scene.getByRole('button', { name: 'Order three burgers' }).click()
  await expect(scene.getByText(/has number 1/)).toBeVisible()
  await scene.getByRole('button', { name: /kill -9/ }).click()
  await expect(scene.getByText(/^Process \d+ is dead in the middle of number 1\./)).toBeVisible()
  await look(page, testInfo, 'killed')
  await expect(scene.getByText(/cook \d took the same number up/)).toBeVisible({ timeout: 20_000 })
  await expect(scene.getByLabel('Number 1')).toContainText('try 2')
})

test('a tray that falls is tried again, after a longer pause each time', async ({ page }) => {
  const scene = await open(page, 'dead-letter')
  await scene.getByRole('button', { name: 'Order a hopeless tray' }).click()
  await expect(scene.getByLabel('Number 1')).toContainText(/try 1 2\.\d s.*try 2/, { timeout: 20_000 })
})

test('who comes when the line is full is told when to come back', async ({ page }) => {
  const scene = await open(page, 'backpressure')
  await scene.getByRole('button', { name: /^Order for two buses/ }).click()
  await expect(scene.getByText('Please come back in 2 minutes.')).toBeVisible()
  await expect(told(scene).last()).toContainText('503, The kitchen has its hands full, Retry-After: 103')
})

test('a waiting poll asks less, and knows as much', async ({ page }) => {
  const scene = await open(page, 'waiting-polls')
  await scene.getByRole('button', { name: /^Order a burger/ }).click()
  const [every, wait] = ['Asks every second', 'Asks, and waits for news'].map(way =>
    scene.locator(`[data-way="${way}"]`),
  )
  const askedOf = async (way = scene) => Number(await way.locator('[data-asked]').getAttribute('data-asked'))
  await expect.poll(() => askedOf(every), { timeout: 20_000 }).toBeGreaterThan(5)
  await expect(wait ?? scene).toContainText(/ms old|s old/)
  expect(await askedOf(wait)).toBeLessThan(await askedOf(every))
})

test('the number comes at once, and the food when it is cooked', async ({ page }) => {
  const scene = await open(page, 'fire-and-forget')
  await scene.getByRole('button', { name: 'Order a burger in both' }).click()
  await expect(scene.getByText(/^202, with a number, after \d+ ms\./)).toBeVisible()
  await expect(scene.getByText('You stand, and the connection is open.')).toBeVisible()
  await expect(scene.getByText(/^200, with the food, after [4-9]\.\d s\./)).toBeVisible({ timeout: 15_000 })
})

test('a number that nobody fetches leaves the wall, and its ticket knows it still', async ({ page }) => {
  const scene = await open(page, 'kept-results')
  await scene.getByRole('button', { name: /^Order a coffee/ }).click()
  await expect(scene.getByText(/^Number 1 is ready/)).toBeVisible()
  await expect(scene.getByText(/^Number 1 has left the wall/)).toBeVisible({ timeout: 20_000 })
  await expect(scene.getByText(/ready\.$/)).toHaveCount(0)
})

test('cooks who come to help take from the same line, also by keyboard', async ({ page }, testInfo) => {
  const scene = await open(page, 'competing-consumers')
  await scene.getByRole('button', { name: 'Order fries six times' }).press('Enter')
  await expect(told(scene).filter({ hasText: 'number 6' })).toBeVisible()
  await scene.getByRole('button', { name: 'One more cook' }).press('Enter')
  await expect(scene.getByText(/cook 1 has number \d; cook 2 has number \d/i)).toBeVisible()
  await look(page, testInfo, 'two cooks')
  await expectAccessible(page)
})

test('while a rush is on the cooks are busy, and say so', async ({ page, nugget }) => {
  await startRush(nugget.url, { seed: 1 })
  const scene = await open(page, 'idempotent-order')
  await scene.getByRole('button', { name: /^Order a burger/ }).click()
  await expect(scene.getByRole('alert')).toContainText('busy with another rush')
})

test('each scene ends with lines of the source, and the way to the whole file', async ({ page }) => {
  await page.goto('/tale')
  const links = page.getByRole('link', { name: /, lines \d+ to \d+$/ })
  await expect(links).toHaveCount(10)
  await links.nth(2).click()
  await expect(page.getByRole('heading', { name: 'orders/place-order.ts' })).toBeVisible()
  await expect(page.locator('[data-line]:target')).toContainText('local book = openBook(')
})
