import { chromium } from '@playwright/test'
import { linkTo } from '#app/tale/link.ts'
import { buildIfNeeded } from '#scripts/build.ts'
import { CHROMIUM_FLAGS, findChromium } from '#scripts/find-chromium.ts'
import { startTale } from '#tests/support/start-tale.ts'

const PATH = 'docs/tale.png'
const SCREEN = { width: 1440, height: 1200 }
const MARGIN = 16
/** Long enough for white beards near the apartment, and for a full kitchen near the office. */
const OVERLOAD = { seed: 7, preset: 'overload', minutes: 12, patienceMinutes: 5 } as const
const AT_MINUTE = 9

/** The README's picture of the tale: a real rush, as a reader sees it in its ninth minute. */
await buildIfNeeded()
const tale = await startTale()
const executablePath = findChromium()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_FLAGS })
try {
  // Nobody is on the way: each is where they are.
  const page = await browser.newPage({ viewport: SCREEN, reducedMotion: 'reduce' })
  await page.goto(`${tale.nugget.url}${linkTo(OVERLOAD)}`)
  await page.getByRole('button', { name: 'Open both doors' }).click()
  await page.getByText(`Open: ${AT_MINUTE} min`).waitFor({ timeout: AT_MINUTE * 60_000 })
  const office = await page.getByRole('region', { name: 'Near my office', exact: true }).boundingBox()
  if (!office) throw new Error('the office is not on the page')
  const height = Math.min(SCREEN.height, Math.ceil(office.y + office.height + MARGIN))
  await page.screenshot({ path: PATH, clip: { x: 0, y: 0, width: SCREEN.width, height } })
  await page.getByRole('button', { name: 'Send everyone home' }).click()
  console.log(PATH)
} finally {
  await browser.close()
  await tale.stop()
}
