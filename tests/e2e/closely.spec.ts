import { linkTo } from '#app/tale/link.ts'
import { longDay } from '#app/tale/theory/long-day.ts'
import { expectAccessible } from '#tests/e2e/accessible.ts'
import { look } from '#tests/e2e/look.ts'
import { expect, test } from '#tests/e2e/tale.ts'
import { followRush, isOver, startRush } from '#tests/support/start-tale.ts'

/** A day that is over in four seconds. */
const SHORT = { seed: 7, size: 1, clerks: 2, cooks: 4, perMinute: 20, minutes: 2.5, speed: 40 }

const NAMES = ['HTTP client', 'route handler, POST', 'BullMQ workers', 'Redis', 'route handler, GET']

test('a rush shows theory beside what it measured, and what truly happened for a customer', async ({
  page,
  nugget: { url },
}, testInfo) => {
  const path = await startRush(url, { ...SHORT, patienceMinutes: null })
  const id = path.split('/').at(-1)
  await page.goto(`/tale/rushes/${id}`)
  const food = page.getByRole('listitem', { name: 'Near my office: until their food was ready' })
  await expect(food).toContainText('nobody was served yet')
  await followRush(url, path, isOver)
  await expect(food).toContainText(/on average of \d+ customers/)
  await expect(food).toContainText('nineteen in twenty')
  await expect(food).toContainText('too short to bear theory out')
  await expect(food).toContainText('Erlang C, then Allen–Cunneen')
  await expect(page.getByRole('link', { name: 'To a long day' })).toHaveAttribute(
    'href',
    linkTo(longDay(SHORT.seed)),
  )

  await page.getByLabel(/^Customer, of/).fill('5')
  await page.getByRole('button', { name: 'What happened?' }).click()
  const happened = page.getByRole('region', { name: 'What truly happened' })
  await expect(happened.getByRole('heading', { name: /^Number \d+, customer 5$/ })).toBeVisible()
  const steps = happened.locator('[data-step]')
  for (const [place, name] of NAMES.entries()) await expect(steps.nth(place)).toContainText(name)
  await expect(steps.nth(0)).toContainText(/Idempotency-Key: [\w-]{8}…/)
  await expect(steps.nth(1)).toContainText('202')
  await expect(steps.nth(1)).toContainText(/Answered after \S+ m?s of ours, \d+\ss of the story/)
  await expect(steps.nth(2)).toContainText('active from waiting')
  await expect(steps.nth(3)).toContainText('completed')
  await expect(steps.nth(4)).toContainText('Prefer: wait=10')
  await expect(happened.getByRole('region', { name: 'Near my apartment: one' })).toContainText('200')
  await look(page, testInfo, 'closely')
  await expectAccessible(page)
})
