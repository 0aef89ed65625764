import type { Locator, Page } from '@playwright/test'
import { NAME_OF_VOICE, VOICES } from '#app/tale/switcheroo/vocabulary.ts'
import { ALONE, BESIDE, type Story } from '#app/tale/visit/stories.ts'
import type { Rush } from '#rush/rush.ts'
import { settingsOf } from '#rush/settings.ts'
import { look } from '#tests/e2e/look.ts'
import { lane, openRush, untilAllStand } from '#tests/e2e/open-rush.ts'
import { stubPoll } from '#tests/e2e/stub-poll.ts'
import { expect, test } from '#tests/e2e/tale.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const PROJECTOR = { width: 1920, height: 1080 }
/** From the last row of a room smaller letters cannot be read. */
const LEGIBLE_PX = 16

/** As much as a lane can have to tell. */
function atItsWorst(rush: Rush): Rush {
  const { apartment, office } = rush.sides
  const names = (from: number, many: number) => Array.from({ length: many }, (_, index) => from + index)
  const leavers = names(300, 117).map(customer => ({ customer, arrivedMs: 0, atMs: 60_000 }))
  return {
    ...rush,
    sides: {
      apartment: { ...apartment, line: names(11, 117), walkedOut: leavers },
      office: {
        ...office,
        line: names(11, 77),
        aside: names(100, 117),
        walkedOut: leavers,
        queued: names(120, 77).map(number => ({ customer: number, number })),
        cooks: office.cooks.map((cook, place) => ({ ...cook, alive: place > 0, customer: 1, number: 777 })),
        wall: { ...office.wall, preparing: names(777, 30), ready: names(877, 30) },
      },
    },
  }
}

const nobody = (rush: Rush): Rush => ({
  ...rush,
  sides: {
    apartment: { ...rush.sides.apartment, line: [], hands: rush.sides.apartment.hands.map(() => null) },
    office: { ...rush.sides.office, line: [], clerks: [null], aside: [], queued: [], seated: [] },
  },
})

/** Where each part of a rush begins and ends on the page. */
async function whereAllIs(page: Page): Promise<Record<string, string>> {
  const view = page.locator('#both-at-once')
  const parts = {
    apartment: lane(page, 'Near my apartment').locator('canvas'),
    office: lane(page, 'Near my office').locator('canvas'),
    steps: view.getByRole('list', { name: 'The five steps of an order' }),
    button: view.getByRole('button', { name: 'Send everyone home' }),
    clocks: page.getByRole('region', { name: 'Three clocks' }),
  }
  const places = Object.entries(parts).map(async ([name, part]) => [name, await placeOf(part)])
  return Object.fromEntries(await Promise.all(places))
}

function placeOf(part: Locator): Promise<string> {
  return part.evaluate(element => {
    const { top, height } = element.getBoundingClientRect()
    return `${Math.round(top + scrollY)}, ${element.tagName === 'CANVAS' ? Math.round(height) : ''}`
  })
}

for (const [name, viewport] of Object.entries({
  desk: DESK,
  phone: PHONE,
  tablet: { width: 820, height: 1180 },
})) {
  test(`nothing moves on a ${name} while a rush runs, however much there is to tell`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const rush = await openRush(page, { seed: 42, preset: 'overload' }, 1)
    for (const voice of VOICES) {
      await page.getByRole('radio', { name: NAME_OF_VOICE[voice] }).check({ force: true })
      const states: [minutes: number, change?: (rush: Rush) => Rush][] = [
        [2],
        [4],
        [3, nobody],
        [2, atItsWorst],
      ]
      const seen = []
      for (const [minutes, change] of states) {
        rush.show(minutes, change)
        await expect(page.getByText(`Open: ${minutes} min`)).toBeVisible()
        seen.push(await whereAllIs(page))
      }
      for (const places of seen) expect(places, voice).toEqual(seen[0])
    }
  })
}

test('on a phone both restaurants are on the screen while a rush runs', async ({ page }, testInfo) => {
  await page.setViewportSize(PHONE)
  await openRush(page, { seed: 42, preset: 'lunch' }, 3)
  for (const name of ['Near my apartment', 'Near my office'])
    await expect(lane(page, name).locator('canvas')).toBeInViewport({ ratio: 1 })
  await untilAllStand(page)
  await look(page, testInfo, 'both on a phone')

  // The switch says anew what the numbers in the picture are, beside it, and stays under the finger.
  const legend = page.locator('[data-legend]')
  const abstract = page.getByText('Abstract', { exact: true })
  await abstract.evaluate(element => element.scrollIntoView({ block: 'end' }))
  const place = () => placeOf(abstract)
  const before = await place()
  await abstract.click()
  await expect(legend).toContainText('application (POST)')
  const office = lane(page, 'Near my office')
  for (const part of [legend, office.locator('canvas'), office.getByRole('heading', { name: 'Pending' })])
    await expect(part).toBeInViewport({ ratio: 1 })
  expect(await place()).toBe(before)
  const words = lane(page, 'Near my apartment').locator('[data-most]')
  const empty = await words.evaluate(
    words => words.clientHeight - (words.firstElementChild?.clientHeight ?? 0),
  )
  expect(empty).toBeLessThan(60)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
})

test('on a phone the reader sees both restaurants, and what is said of them, as soon as they ordered', async ({
  page,
}, testInfo) => {
  await page.setViewportSize(PHONE)
  await page.goto('/tale')
  const chapter = page.locator('#office')
  await chapter.getByRole('button', { name: 'Order' }).click()
  await expect(chapter.getByRole('button', { name: 'Walk out' })).toBeVisible()
  for (const near of ['apartment', 'office']) {
    const you = chapter.getByRole('region', { name: `You, in both, near my ${near}` })
    await expect(you.locator('canvas')).toBeInViewport({ ratio: 1 })
    await expect(you.getByRole('status')).toBeInViewport()
  }
  await expect(chapter.getByText(/You have number \d+/)).toBeVisible({ timeout: 15_000 })
  await look(page, testInfo, 'you on a phone')
})

/** The reader in a story, among customers who stand as they would after 20 seconds; nobody is served while one looks. */
async function orderOnPaper(page: Page, { request, sides }: Story, chapter: string) {
  const at = (ms: number) => playOnPaper(settingsOf(request), ms)
  await stubPoll(page, '**/api/tale/rushes/*', at(20_000))
  await page.route('**/api/tale/rushes', route => route.fulfill({ status: 202, json: at(0) }))
  for (const counter of ['**/api/tale/rushes/*/turns', '**/api/tale-*/orders'])
    await page.route(counter, () => {})
  await page.goto(chapter === 'apartment' ? '/tale' : `/tale#${chapter}`)
  const view = page.locator(`#${chapter}`)
  await expect(view.locator('canvas').first()).toHaveAttribute('data-moving', 'no')
  const scrolled = () => page.evaluate(() => scrollY)
  const before = await scrolled()
  await view.getByRole('button', { name: 'Order' }).click()
  const told = view.getByText(/^You have stood for .* and are /)
  await expect(told).toHaveCount(sides.length)
  await untilAllStand(page)
  const order = view.getByRole('button', { name: 'Order' })
  return {
    parts: [
      order,
      ...(await Promise.all([told, view.getByRole('status'), view.locator('canvas')].map(all))).flat(),
    ],
    scrolledBy: (await scrolled()) - before,
  }
}

function all(some: Locator): Promise<Locator[]> {
  return some.all()
}

for (const [chapter, story] of Object.entries({ apartment: ALONE, office: BESIDE }))
  test(`near my ${chapter} the button, what is told, and the pictures are on a desk’s screen at once, and stay there`, async ({
    page,
  }, testInfo) => {
    await page.setViewportSize(DESK)
    const { parts, scrolledBy } = await orderOnPaper(page, story, chapter)
    await look(page, testInfo, `you near my ${chapter}`)
    for (const part of parts) await expect(part).toBeInViewport({ ratio: 1 })
    expect(scrolledBy).toBe(0)
  })

test('near my apartment a phone shows the button, the picture, and what is told, as soon as one has ordered', async ({
  page,
}, testInfo) => {
  await page.setViewportSize(PHONE)
  const { parts } = await orderOnPaper(page, ALONE, 'apartment')
  await look(page, testInfo, 'you near my apartment on a phone')
  for (const part of parts) await expect(part).toBeInViewport({ ratio: 1 })
})

/** The sizes of all letters that are seen in `part`, by what they say. */
function sizesOfLetters(part: Locator): Promise<[string, number][]> {
  return part.evaluate(root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const sizes: [string, number][] = []
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const holder = text.parentElement
      if (!holder || !text.textContent?.trim() || holder.closest('.sr-only, title, option')) continue
      sizes.push([text.textContent, Number.parseFloat(getComputedStyle(holder).fontSize)])
    }
    return sizes
  })
}

test('from a projector every letter and number can be read, those of the pictures too', async ({
  page,
}, testInfo) => {
  await page.addInitScript(() => {
    const { fillText } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      const px =
        (Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? '0') * this.getTransform().a) /
        devicePixelRatio
      document.body.dataset.smallestDrawn = String(
        Math.min(px, Number(document.body.dataset.smallestDrawn ?? px)),
      )
      fillText.call(this, text, ...rest)
    }
  })
  await page.setViewportSize(PROJECTOR)
  const rush = await openRush(page, { seed: 42, preset: 'overload' }, 2.5)
  await untilAllStand(page)
  for (const name of ['Near my apartment', 'Near my office'])
    await expect(lane(page, name).locator('canvas')).toBeInViewport({ ratio: 1 })
  await look(page, testInfo, 'from a projector')
  rush.show(60)
  await expect(page.getByRole('region', { name: 'What it showed' })).toBeVisible()
  await look(page, testInfo, 'from a projector, at the end')
  const drawn = await page.locator('body').getAttribute('data-smallest-drawn')
  expect(Number(drawn)).toBeGreaterThanOrEqual(LEGIBLE_PX)

  for (const part of ['header', '#office', '#both-at-once', '#patterns']) {
    const small = (await sizesOfLetters(page.locator(part).first())).filter(([, px]) => px < LEGIBLE_PX)
    expect(small, part).toEqual([])
  }
  const { width } = (await page.locator('#both-at-once').boundingBox()) ?? { width: 0 }
  expect(width).toBeGreaterThan(0.8 * PROJECTOR.width)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PROJECTOR.width)
})

test('the pictures grow with the letters, and one points at the same people', async ({ page }) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 3.5)
  const canvas = lane(page, 'Near my apartment').locator('canvas')
  const sizeOf = async () => {
    await untilAllStand(page)
    const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 0 }
    return { width, height, dots: Number(await canvas.getAttribute('height')) }
  }
  await page.setViewportSize(DESK)
  const onDesk = await sizeOf()
  await page.setViewportSize(PROJECTOR)
  await expect.poll(async () => (await sizeOf()).dots / onDesk.dots).toBeCloseTo(1.25, 2)
  const { height } = await sizeOf()
  expect(height / onDesk.height).toBeCloseTo(1.25, 2)

  await page.getByRole('radio', { name: 'Technical' }).check({ force: true })
  // The first in line stands in the lower left corner.
  await canvas.click({ position: { x: 32 * 1.25, y: height - 40 * 1.25 } })
  await expect(page.getByRole('heading', { name: /customer \d+: what truly happened$/i })).toBeVisible()
})

for (const [name, viewport] of Object.entries({ desk: DESK, phone: PHONE }))
  for (const chapter of ['both-at-once', 'patterns', 'dead-letter'])
    test(`a shared link to ${chapter} leads on a ${name} to where that begins`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.goto(`/tale?preset=quiet&seed=7#${chapter}`)
      await expect(page.locator('#both-at-once canvas').first()).toHaveAttribute('data-moving', 'no')
      // 1.5 rem of air are left above.
      await expect
        .poll(async () => Math.round((await page.locator(`#${chapter}`).boundingBox())?.y ?? 0))
        .toBe(24)
    })

test('lines of the source are named, and the ring around them can be seen on their dark ground', async ({
  page,
}) => {
  await page.goto('/tale#retry')
  const lines = page
    .locator('[data-pattern=retry]')
    .getByRole('region', { name: /^[\w/.-]+, lines \d+ to \d+$/ })
  await expect(page.getByRole('region', { name: /, lines \d+ to \d+$/ })).toHaveCount(10)
  await lines.focus()
  await page.keyboard.press('ArrowRight')
  await expect(lines).toHaveCSS('outline-color', 'rgb(185, 166, 255)')
  await expect(lines).toHaveCSS('outline-style', 'solid')
})

test('the name of a process has room on the card of its cook, however long', async ({ page }) => {
  await page.goto('/tale')
  const card = page.locator('[data-pattern=retry] figure li[data-state]').first()
  const height = () => card.evaluate(element => element.getBoundingClientRect().height)
  const before = await height()
  const sticksOut = await card
    .locator('p')
    .last()
    .evaluate(words => {
      words.textContent = 'process 4194304'
      return words.getBoundingClientRect().width - (words.parentElement?.clientWidth ?? 0)
    })
  expect(sticksOut).toBeLessThanOrEqual(0)
  expect(await height()).toBe(before)
})
