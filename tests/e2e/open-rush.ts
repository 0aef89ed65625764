import { expect, type Locator, type Page } from '@playwright/test'
import { linkTo } from '#app/tale/link.ts'
import type { Rush } from '#rush/rush.ts'
import { type RushRequest, settingsOf } from '#rush/settings.ts'
import { stubPoll } from '#tests/e2e/stub-poll.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

export function lane(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** Opens the tale with a rush that stands as it would at `minutes`; `show` moves it on, or changes more. */
export async function openRush(page: Page, request: RushRequest, minutes: number) {
  const settings = settingsOf(request)
  const at = (minutes: number): Rush => playOnPaper(settings, minutes * 60_000)
  const poll = await stubPoll(page, '**/api/tale/rushes/*', at(minutes))
  await page.route('**/api/tale/rushes', route => route.fulfill({ status: 202, json: at(0) }))
  await page.goto(linkTo(request))
  await page.getByRole('button', { name: 'Open both doors' }).click()
  await expect(page.locator('[data-state=running],[data-state=done]')).toBeVisible()
  return { show: (minutes: number, change = (rush: Rush) => rush) => poll.show(change(at(minutes))) }
}

/** Nobody is on the way any more: the picture stays as it is. */
export async function untilAllStand(page: Page): Promise<void> {
  await expect(page.locator('canvas[data-moving=yes]')).toHaveCount(0)
}
