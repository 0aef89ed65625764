import type { Locator, Page } from '@playwright/test'
import type { Pattern } from '#app/tale/patterns/passages.ts'
import { expectAccessible } from '#tests/e2e/accessible.ts'
import { look } from '#tests/e2e/look.ts'
import { expect, test } from '#tests/e2e/tale.ts'
import { followRush, isOver, startRush, stopRush } from '#tests/support/start-tale.ts'

/** The page with the scene of `pattern` in view. */
async function open(page: Page, pattern: Pattern): Promise<Locator> {
  await page.goto(`/tale#${pattern}`)
  const scene = page.locator(`[data-pattern="${pattern}"]`)
  const regions = scene.locator('[role=status],[aria-live]')
  await expect(regions).toHaveText(['', ''])
  for (const region of await regions.all())
    await region.evaluate(element => element.setAttribute('data-was-there', ''))
  return scene
}

/** What whoever hears the page is told: the region was there before, or it would not be heard. */
const heard = (scene: Locator) => scene.locator('[role=status][data-was-there]')

const told = (scene: Locator) =>
  scene
    .locator('[aria-live][data-was-there]')
    .getByRole('list', { name: 'What was said over HTTP' })
    .getByRole('listitem')

// What takes longest comes first, so that the rest is done meanwhile.
test('a kitchen process is killed with -9, and another cook takes the same number up', async ({
  page,
}, testInfo) => {
  const scene = await open(page, 'stalled-job')
  await scene.getByRole('button', { name: 'Order three burgers' }).click()
  await expect(scene.getByText(/has number 1/)).toBeVisible()
  await scene.getByRole('button', { name: /kill -9/ }).click()
  await expect(heard(scene)).toHaveText(/^Process \d+ is dead in the middle of number 1\./)
  const slip = scene.getByLabel('Number 1')
  await expect(slip).toContainText(/in nobody’s hands, locked for \d+ s/)
  await look(page, testInfo, 'killed')
  await expect(heard(scene)).toHaveText(/cook \d took the same number up/, { timeout: 20_000 })
  await expect(slip.getByRole('listitem')).toHaveText([/^try 1/, /^nobody, locked/, /^try 2/])

  // An order that took long keeps within its own line, and moves nothing out of a phone.
  await page.setViewportSize({ width: 390, height: 844 })
  const again = scene.getByRole('button', { name: 'Again, from the beginning' })
  await again.scrollIntoViewIfNeeded()
  await expect(again).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('a number that nobody fetches leaves the wall, and its ticket knows it still', async ({ page }) => {
  const scene = await open(page, 'kept-results')
  await scene.getByRole('button', { name: /^Order a coffee/ }).click()
  await expect(heard(scene)).toHaveText(/^Number 1 is ready/)
  await expect(heard(scene)).toHaveText(/^Number 1 has left the wall/, { timeout: 20_000 })
  await expect(scene.getByText(/ready\.$/)).toHaveCount(0)
})

/** The pauses of number 1 so far, in seconds. */
async function pausesOf(scene: Locator): Promise<number[]> {
  const words = await scene.getByLabel('Number 1').locator('[data-kind=pause]').allTextContents()
  return words.map(text => Number(/([\d.]+) s/.exec(text)?.[1]))
}

const isGrowing = (list: number[]) =>
  list.every((one, index) => index === 0 || one > (list[index - 1] ?? one))

test('a tray that falls twice is tried again, after a longer pause each time, and is ready', async ({
  page,
}) => {
  const scene = await open(page, 'retry')
  await scene.getByRole('button', { name: 'Order a slippery tray' }).click()
  await expect(heard(scene)).toHaveText('Number 1 fell two times, and is ready all the same.', {
    timeout: 20_000,
  })
  await expect(scene.getByLabel('Number 1')).toContainText('ready, at try 3')
  const pauses = await pausesOf(scene)
  expect(pauses).toHaveLength(2)
  expect(isGrowing(pauses), `${pauses}`).toBe(true)
})

test('a hopeless tray goes to the counter after three pauses, each longer than the last, and says why', async ({
  page,
}, testInfo) => {
  const scene = await open(page, 'dead-letter')
  await scene.getByRole('button', { name: 'Order a hopeless tray' }).click()
  await expect(scene.getByLabel('Number 1')).toContainText('See the counter: 4 tries of 4', {
    timeout: 30_000,
  })
  await expect(scene.getByText(/number 1 to see the counter\.$/)).toBeVisible()
  const pauses = await pausesOf(scene)
  expect(pauses).toHaveLength(3)
  expect(isGrowing(pauses), `${pauses}`).toBe(true)
  await expect(heard(scene)).toContainText('Reason: Hopeless tray was dropped.')

  const line = scene.getByRole('list', { name: 'What became of it' })
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await line.scrollIntoViewIfNeeded()
    await expect(line.getByText('See the counter')).toBeInViewport({ ratio: 1 })
    expect(await line.evaluate(list => list.scrollWidth - list.clientWidth)).toBe(0)
    const widths = await line
      .locator('[data-kind=pause]')
      .evaluateAll(pauses => pauses.map(pause => pause.getBoundingClientRect().width))
    expect(isGrowing(widths), `${widths}`).toBe(true)
    await look(page, testInfo, `dead letter at ${width}`)
  }
})

test('two presses of one order are one number, and a new key is another', async ({ page }) => {
  const scene = await open(page, 'idempotent-order')
  await scene.getByRole('button', { name: 'Order a burger, pressing twice' }).click()
  await expect(told(scene).filter({ hasText: 'number 1' })).toHaveCount(2)
  await expect(told(scene).filter({ hasText: 'Idempotent-Replayed: true' })).toHaveCount(1)
  await expect(heard(scene)).toHaveText(/both answers say number 1\.$/)

  await scene.getByRole('button', { name: 'Twice again, with a new key' }).click()
  await expect(told(scene).filter({ hasText: 'number 2' })).toHaveCount(2)
})

test('numbers come out in another order than they went in', async ({ page }) => {
  const scene = await open(page, 'correlation-id')
  await scene.getByRole('button', { name: /^Order nuggets/ }).click()
  await expect(heard(scene)).toContainText('Went in as 1, 2, 3; came out as 2, 3, 1.', { timeout: 20_000 })
})

test('who comes when the line is full is told when to come back, and then there is room', async ({
  page,
}) => {
  const scene = await open(page, 'backpressure')
  await scene.getByRole('button', { name: /^Order for two buses/ }).click()
  await expect(heard(scene)).toContainText(/Please come back in 2 minutes\..* that is in 1[23] seconds\.$/)
  await expect(told(scene).last()).toContainText(/503, The kitchen has its hands full, Retry-After: 1[23]/)
  await expect(async () => {
    await scene.getByRole('button', { name: 'A coffee?' }).click()
    await expect(told(scene).last()).toContainText('202', { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await expect(heard(scene)).toHaveText('The coffee is number 3: there is room again.')
})

test('a waiting poll asks less, and knows sooner', async ({ page }) => {
  const scene = await open(page, 'waiting-polls')
  await scene.getByRole('button', { name: /^Order fries/ }).click()
  const figuresOf = async (way: string) => {
    const shown = scene.locator(`[data-way="${way}"][data-news="3"]`)
    await expect(shown).toContainText('On average of three numbers', { timeout: 30_000 })
    const [asked, lateMs] = await Promise.all(
      ['data-asked', 'data-late-ms'].map(name => shown.getAttribute(name)),
    )
    return { asked: Number(asked), lateMs: Number(lateMs) }
  }
  const [every, wait] = [await figuresOf('Asks every second'), await figuresOf('Asks, and waits for news')]
  expect(wait.asked).toBeLessThan(every.asked)
  expect(wait.lateMs).toBeLessThan(every.lateMs)
  await expect(heard(scene)).toHaveText(/ for who asks every second; .* for who waits\.$/)
})

test('the number comes at once, and the food when it is cooked', async ({ page }) => {
  const scene = await open(page, 'fire-and-forget')
  await scene.getByRole('button', { name: 'Order a burger in both' }).click()
  await expect(scene.getByText(/^202, with a number, after \d/)).toBeVisible()
  await expect(scene.getByText('You stand, and the connection is open.')).toBeVisible()
  await expect(heard(scene)).toHaveText(/Near the apartment you still stand\.$/)
  await expect(scene.getByText(/^200, with the food, after [4-9]\.\d s\./)).toBeVisible({ timeout: 15_000 })
  await expect(heard(scene)).toHaveText(/near the apartment after [4-9]\.\d s, with the food\.$/)
})

test('cooks who come to help take from the same line, also by keyboard', async ({ page }, testInfo) => {
  const scene = await open(page, 'competing-consumers')
  await scene.getByRole('button', { name: 'Order fries six times' }).press('Enter')
  await expect(told(scene).filter({ hasText: 'number 6' })).toBeVisible()
  await scene.getByRole('button', { name: 'One more cook' }).press('Enter')
  await expect(scene.getByText(/cook 1 has number \d; cook 2 has number \d/i)).toBeVisible()
  await look(page, testInfo, 'two cooks')
  await expect(heard(scene)).toHaveText('Six numbers are ready: two cooks took them from one line.', {
    timeout: 20_000,
  })
  await expectAccessible(page)

  // The next scene is pressed where it stands, and what came of this one stays to be read.
  const next = page.locator('[data-pattern=correlation-id]')
  await next.evaluate(element => element.scrollIntoView())
  const top = () => next.evaluate(element => element.getBoundingClientRect().top)
  const before = await top()
  await next.getByRole('button', { name: /^Order nuggets/ }).click()
  await expect(told(scene)).toHaveCount(7)
  await expect(scene.getByText('The kitchen has closed.')).toBeVisible()
  await expect(heard(scene)).toHaveText('Six numbers are ready: two cooks took them from one line.')
  await expect(next.getByText(/has number 1/)).toBeVisible()
  expect(Math.abs((await top()) - before)).toBeLessThan(5)
})

test('what is refused is told as it was answered, and whoever asked stays where they are', async ({
  page,
  nugget: { url },
}) => {
  let hearsNothing = false
  await page.route(/\/rushes\/[0-9a-f]+$/, async route => {
    const response = await route.fetch().catch(() => undefined)
    if (response && !hearsNothing) await route.fulfill({ response })
  })
  const scene = await open(page, 'competing-consumers')
  const starting = page.waitForResponse(
    response => response.status() === 202 && /rushes$/.test(response.url()),
  )
  await scene.getByRole('button', { name: 'Order fries six times' }).press('Enter')
  const path = (await starting).headers().location ?? ''
  await expect(scene.getByRole('button', { name: 'Again, from the beginning' })).toBeFocused()
  const more = scene.getByRole('button', { name: 'One more cook' })
  await expect(more).toHaveAttribute('aria-disabled', 'false')

  await expect(told(scene).filter({ hasText: 'number 6' })).toBeVisible()
  hearsNothing = true
  await stopRush(url, path)
  await followRush(url, path, isOver)
  await more.press('Enter')
  await expect(told(scene).last()).toContainText(/\/cooks\s*→\s*409, This rush is not on/)
  await expect(more).toBeFocused()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('while a rush is on the cooks are busy, and say so', async ({ page, nugget }) => {
  await startRush(nugget.url, { seed: 1 })
  const scene = await open(page, 'idempotent-order')
  await scene.getByRole('button', { name: /^Order a burger/ }).click()
  await expect(scene.getByRole('alert')).toContainText('two readers cannot play at once')
})

test('each scene ends with lines of the source, and the way to the whole file', async ({ page }) => {
  await page.goto('/tale')
  const links = page.getByRole('link', { name: /, lines \d+ to \d+$/ })
  await expect(links).toHaveCount(10)
  await links.nth(2).click()
  await expect(page.getByRole('heading', { name: 'orders/place-order.ts' })).toBeVisible()
  await expect(page.locator('[data-line]:target')).toContainText('local book = openBook(')
})
