import { cpus } from 'node:os'
import { chromium, type Page } from '@playwright/test'
import { linkTo } from '#app/tale/link.ts'
import { DRAWN } from '#app/tale/outside.ts'
import type { Rush } from '#rush/rush.ts'
import { settingsOf } from '#rush/settings.ts'
import { buildIfNeeded } from '#scripts/build.ts'
import { CHROMIUM_FLAGS, findChromium } from '#scripts/find-chromium.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'
import { startNugget } from '#tests/support/start-nugget.ts'
import { quantile } from './rate.ts'

const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const PEOPLE = 200
const STORY_MS_A_POLL = 3_000
const SETTLE_MS = 2_000
const MEASURE_MS = 10_000
/** Nobody walks out, and more come than so many hands can serve: a crowd that grows and moves. */
const CROWDED = { seed: 7, preset: 'overload', minutes: 20, perMinute: 25, patienceMinutes: null } as const

/**
 * How many frames a second the tale paints with 200 people and more in it, who walk on at each of ten polls a second. The polls are answered by
 * arithmetic, so that the measurement begins where the crowd is; everything else is as a reader has it.
 */
await buildIfNeeded()
const nugget = await startNugget({ kitchens: 0, env: { TALE: 'on' } })
const executablePath = findChromium()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS })
try {
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Chromium ${browser.version()}\n`)
  console.log('| screen | people | frames a second | p50 | p95 | p99 | longer than 34 ms |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const page = await browser.newPage({ viewport })
    const people = await showCrowd(page)
    const frames = await measureFrames(page)
    const sum = frames.reduce((total, ms) => total + ms, 0)
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => `${quantile(frames, share).toFixed(1)} ms`)
    const long = frames.filter(ms => ms > 34).length
    const rate = ((1000 * frames.length) / sum).toFixed(1)
    console.log(
      `| ${screen} | ${people()} | ${rate} | ${p50} | ${p95} | ${p99} | ${long} of ${frames.length} |`,
    )
    await page.close()
  }
} finally {
  await browser.close()
  await nugget.stop()
}

/** Opens the page on a rush that moves on with each poll; returns how many people it shows by now. */
async function showCrowd(page: Page): Promise<() => number> {
  const settings = settingsOf(CROWDED)
  const at = (ms: number): Rush => playOnPaper(settings, ms)
  let storyMs = firstWith(PEOPLE, at)
  await page.route('**/api/tale/rushes/*', route => {
    storyMs += STORY_MS_A_POLL
    const headers = { ETag: `"${storyMs}"`, Date: new Date().toUTCString() }
    return route.fulfill({ status: 200, headers, json: at(storyMs) })
  })
  await page.route('**/api/tale/rushes', route => route.fulfill({ status: 202, json: at(0) }))
  await page.goto(`${nugget.url}${linkTo(CROWDED)}`)
  await page.getByRole('button', { name: 'Open both doors' }).click()
  await page.locator('[data-state=running]').waitFor()
  await page.waitForTimeout(SETTLE_MS)
  return () => peopleIn(at(storyMs))
}

function firstWith(people: number, at: (ms: number) => Rush): number {
  let storyMs = 0
  while (peopleIn(at(storyMs)) < people) storyMs += STORY_MS_A_POLL
  return storyMs
}

function peopleIn({ sides: { apartment, office } }: Rush): number {
  const served = [...apartment.hands, ...office.clerks].filter(customer => customer !== null)
  const outside = Math.min(DRAWN, office.aside.length)
  return apartment.line.length + office.line.length + outside + office.seated.length + served.length
}

function measureFrames(page: Page): Promise<number[]> {
  return page.evaluate(
    measureMs =>
      new Promise<number[]>(resolve => {
        const frames: number[] = []
        let last = performance.now()
        const end = last + measureMs
        const count = (now: number) => {
          frames.push(now - last)
          last = now
          if (now < end) requestAnimationFrame(count)
          else resolve(frames.slice(1))
        }
        requestAnimationFrame(count)
      }),
    MEASURE_MS,
  )
}
