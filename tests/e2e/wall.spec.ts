import type { Page } from '@playwright/test'
import { expectAccessible } from '#tests/e2e/accessible.ts'
import { look } from '#tests/e2e/look.ts'
import { expect, test } from '#tests/e2e/nugget.ts'
import { collect, placeOrder } from '#tests/e2e/place-order.ts'
import { numbers, someBoard } from '#tests/e2e/some-board.ts'
import { stubPoll } from '#tests/e2e/stub-poll.ts'

const BOARD = '**/api/office/board'
const TV = { width: 1920, height: 1080 }
const UPRIGHT = { width: 1080, height: 1920 }
const BOXY = { width: 1024, height: 768 }

const list = (page: Page, name: 'Preparing' | 'Ready' | 'See the counter') =>
  page.getByRole('region', { name, exact: true }).getByRole('listitem')
const number = (page: Page, name: 'Preparing' | 'Ready', order: { number: number }) =>
  list(page, name).and(page.locator(`[data-number="${order.number}"]`))
const notice = (page: Page) => page.getByRole('paragraph').filter({ hasText: /^Not up to date\./ })
const stale = (page: Page) => page.getByText('This screen is not up to date, please ask at the counter')

test.use({ viewport: TV })

test.describe('the life of a number', () => {
  test('it stands under Preparing, moves to Ready, and leaves when collected', async ({ page, request }) => {
    await page.goto('/office/display')
    const order = await placeOrder(request, { item: 'nuggets-20', quantity: 5 })
    await expect(number(page, 'Preparing', order)).toHaveText(String(order.number))

    await expect(number(page, 'Ready', order)).toHaveText(String(order.number), { timeout: 15_000 })
    await expect(number(page, 'Ready', order)).toHaveAttribute('data-new')
    await expect(number(page, 'Preparing', order)).toHaveCount(0)

    await collect(request, order)
    await expect(number(page, 'Ready', order)).toHaveCount(0)
  })

  test('two walls agree', async ({ page, context, request }) => {
    const other = await context.newPage()
    await Promise.all([page.goto('/office/display'), other.goto('/office/display')])
    const orders = await Promise.all([placeOrder(request), placeOrder(request), placeOrder(request)])

    for (const order of orders) {
      await expect(number(page, 'Ready', order)).toBeVisible()
      await expect(number(other, 'Ready', order)).toBeVisible()
    }
    expect(await list(page, 'Ready').allTextContents()).toEqual(await list(other, 'Ready').allTextContents())
  })

  test('that it is ready is said, once, and not of those that were ready before', async ({ page }) => {
    const wall = await stubPoll(page, BOARD, someBoard({ preparing: [42, 43, 44], ready: [41] }))
    await page.goto('/office/display')
    await expect(list(page, 'Preparing')).toHaveText(['42', '43', '44'])
    const status = page.getByRole('status')
    await expect(status).not.toContainText('42')

    wall.show(someBoard({ preparing: [43, 44], ready: [42, 41] }))
    await expect(status).toHaveText('Order 42 is ready')
    wall.show(someBoard({ ready: [44, 43, 42, 41] }))
    await expect(status).toHaveText('Orders 43 and 44 are ready')
  })

  test('it is marked for some seconds, by its shape too', async ({ page }) => {
    const wall = await stubPoll(page, BOARD, someBoard({ ready: [42, 41] }, { justReady: [42] }))
    await page.goto('/office/display')
    await expect(list(page, 'Ready').first()).toHaveAttribute('data-new')
    await expect(list(page, 'Ready').last()).not.toHaveAttribute('data-new')

    wall.show(someBoard({ ready: [42, 41] }))
    await expect(list(page, 'Ready').first()).not.toHaveAttribute('data-new')
  })
})

test.describe('without the app', () => {
  test("the server's HTML has the numbers", async ({ request }) => {
    const order = await placeOrder(request)
    await expect
      .poll(async () => (await request.get('/office/display')).text())
      .toMatch(new RegExp(`data-kind="ready".*<li data-number="${order.number}"`, 's'))
  })

  test('a browser without scripts refreshes the wall by itself', async ({ browser, baseURL, request }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/office/display')
    const order = await placeOrder(request)
    await expect(number(page, 'Ready', order)).toBeVisible({ timeout: 15_000 })
    await context.close()
  })

  test('a television too old for the app loads the wall anew, and says when it cannot', async ({
    page,
    request,
  }) => {
    await page.clock.install()
    await page.route('**/_next/static/**/*.js', route => route.abort())
    await page.goto('/office/display')
    const order = await placeOrder(request)
    await expect
      .poll(async () => (await request.get('/office/display')).text())
      .toMatch(new RegExp(`data-kind="ready".*<li data-number="${order.number}"`, 's'))
    await page.clock.fastForward(20_000)
    await expect(number(page, 'Ready', order)).toBeVisible()
    await page.waitForLoadState() // what watches comes last

    await page.route('**/office/display', route => route.abort())
    await page.clock.fastForward(31_000)
    await expect(stale(page)).toBeVisible()
    await expect(number(page, 'Ready', order)).toBeVisible()
  })

  test('its stylesheet asks nothing of a browser of 2018', async ({ page, request }) => {
    await page.goto('/office/display')
    const sheets = await page
      .locator('link[rel=stylesheet]')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    const texts = await Promise.all(sheets.map(async href => (await request.get(href)).text()))
    const wall = texts.filter(text => text.includes('data-freshness')).join('\n')

    expect(wall).not.toBe('')
    const tooNew =
      /[{;](?:row-|column-)?gap:|inset|aspect-ratio:[^/)]*[;})]|\b(?:min|max|clamp)\(|:is\(|:where\(|:has\(|color-mix|@layer|@container|@property|&|oklch|d?vh\b.*dvh|\b(?:rotate|scale|translate):/
    expect(wall.match(tooNew)).toBeNull()
  })

  test('the look does not lean on cascade layers', async ({ page }) => {
    await stubPoll(page, BOARD, someBoard({ preparing: [42, 43], ready: [41, 40] }))
    const boxes = () =>
      page.locator('li[data-number] > span').evaluateAll(spans =>
        spans.map(span => {
          const { x, y, width, height } = span.getBoundingClientRect()
          return [x, y, width, height].map(Math.round)
        }),
      )
    await page.goto('/office/display')
    await expect(list(page, 'Preparing')).toHaveText(['42', '43'])
    const withLayers = await boxes()

    await page.route('**/*.css', async route => {
      const response = await route.fetch()
      await route.fulfill({ response, body: withoutLayers(await response.text()) })
    })
    await page.reload()
    await expect(list(page, 'Preparing')).toHaveText(['42', '43'])
    expect(await boxes()).toEqual(withLayers)
  })
})

test.describe('when something is away', () => {
  test('the web server: said past ten seconds, dimmed past thirty, right again by itself', async ({
    page,
    request,
    nugget,
  }) => {
    await page.clock.install()
    await page.goto('/office/display')
    const order = await placeOrder(request)
    await expect(number(page, 'Ready', order)).toBeVisible()

    await nugget.webs[0]?.end('SIGKILL')
    await page.clock.fastForward(11_000)
    await expect(notice(page)).toContainText("The restaurant's computer does not answer.")
    await expect(number(page, 'Ready', order)).toBeVisible()
    await page.clock.fastForward(20_000)
    await expect(stale(page)).toBeVisible()
    await expectAccessible(page)

    await nugget.webs[0]?.start()
    await expect(stale(page)).toBeHidden()
    await collect(request, order)
    await expect(number(page, 'Ready', order)).toHaveCount(0)
  })

  test('a web server that hangs', async ({ page, request, nugget }) => {
    await page.clock.install()
    await page.goto('/office/display')
    await expect(number(page, 'Ready', await placeOrder(request))).toBeVisible()

    nugget.webs[0]?.freeze()
    await page.clock.fastForward(9_500)
    await page.clock.fastForward(3_000)
    await expect(notice(page)).toContainText("The restaurant's computer does not answer.")
    nugget.webs[0]?.thaw()
    await expect(notice(page)).toBeHidden()
  })

  test('Redis: the page comes up all the same and recovers', async ({ page, request, nugget }) => {
    await page.clock.install()
    await page.goto('/office/display')
    const order = await placeOrder(request)
    await expect(number(page, 'Ready', order)).toBeVisible()

    await nugget.redis().kill()
    await expect.poll(async () => (await request.get('/api/office/board')).status()).toBe(503)
    await page.clock.fastForward(11_000)
    await expect(notice(page)).toContainText('The queue of orders is away.')
    const late = await page.context().newPage()
    await late.goto('/office/display')
    await expect(stale(late)).toBeVisible()

    await nugget.restartRedis()
    await expect(notice(page)).toBeHidden()
    await expect(number(late, 'Ready', order)).toBeVisible()
    await expect(stale(late)).toBeHidden()
  })

  test('the kitchen: orders are safe and go on by themselves', async ({ page, request, nugget }) => {
    await page.goto('/office/display')
    await nugget.kitchens[0]?.end('SIGKILL')
    const paused = page.getByText('The kitchen has paused. Orders are safe and go on by themselves.')
    await expect(paused).toBeVisible({ timeout: 20_000 })
    const order = await placeOrder(request)
    await expect(number(page, 'Preparing', order)).toBeVisible()
    await expect(stale(page)).toBeHidden()

    await nugget.kitchens[0]?.start()
    await expect(paused).toBeHidden()
    await expect(number(page, 'Ready', order)).toBeVisible()
  })

  test('after sleep it looks at once', async ({ page }) => {
    const wall = await stubPoll(page, BOARD, someBoard({ preparing: [42] }))
    await page.goto('/office/display')
    await expect(list(page, 'Preparing')).toHaveText(['42'])
    await page.clock.install()
    wall.show(someBoard({ ready: [42] }))
    await page.clock.pauseAt(Date.now() + 8 * 3_600_000)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(list(page, 'Ready')).toHaveText(['42'])
  })
})

test.describe('as large as it must be', () => {
  for (const count of [1, 12, 60]) {
    test(`digits of ${count} numbers are a tenth of the screen high`, async ({ page }) => {
      const half = Math.ceil(count / 2)
      const board = someBoard({
        preparing: numbers(100, half),
        ready: numbers(300, half),
        attention: [777],
      })
      await stubPoll(page, BOARD, board)
      await page.goto('/office/display')
      await expect(list(page, 'See the counter')).toHaveText(['777'])
      for (const height of await digitHeights(page)) expect(height).toBeGreaterThanOrEqual(TV.height / 10)
    })
  }

  for (const viewport of [
    BOXY,
    { width: 1440, height: 900 },
    { width: 1360, height: 768 },
    { width: 3840, height: 2160 },
  ]) {
    const { width, height } = viewport
    test(`digits of forty numbers are a tenth of a screen of ${width} by ${height} high`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport)
      const board = someBoard({ preparing: numbers(100, 20), ready: numbers(300, 40), attention: [777] })
      const wall = await stubPoll(page, BOARD, board)
      await page.goto('/office/display')
      for (const aged of [0, 45_000]) {
        wall.show(board, { aged })
        await expect(stale(page)).toBeVisible({ visible: aged > 0 })
        await expect(list(page, 'See the counter')).toHaveText(['777'])
        for (const digits of await digitHeights(page)) expect(digits).toBeGreaterThanOrEqual(height / 10)
        expect(await isCut(page)).toBe(false)
      }
    })
  }

  test('numbers that become ready together stand apart', async ({ page }) => {
    const ready = numbers(300, 13)
    const wall = await stubPoll(page, BOARD, someBoard({ ready }))
    for (const viewport of [TV, BOXY, UPRIGHT]) {
      await page.setViewportSize(viewport)
      wall.show(someBoard({ ready }, { justReady: ready }))
      await page.goto('/office/display')
      await expect(page.locator('li[data-new]')).toHaveCount(ready.length)
      expect(await narrowestGap(page)).toBeGreaterThanOrEqual(Math.min(viewport.width, viewport.height) / 100)
    }
  })

  test('a slab that comes without the app covers no number', async ({ page }) => {
    const board = someBoard({ preparing: numbers(100, 30), ready: numbers(300, 30), attention: [777] })
    await stubPoll(page, BOARD, board)
    await page.goto('/office/display')
    await expect(list(page, 'See the counter')).toHaveText(['777'])
    await page.locator('[data-wall]').evaluate(wall => {
      wall.setAttribute('data-freshness', 'stale')
      wall.setAttribute('data-squeezed', '')
    })
    for (const viewport of [TV, BOXY, UPRIGHT]) {
      await page.setViewportSize(viewport)
      expect(await isCut(page)).toBe(false)
    }
  })

  for (const [hung, viewport, turns] of [
    ['lying', TV, 4],
    ['upright', UPRIGHT, 4],
    ['in a box of 4:3', BOXY, 7],
  ] as const) {
    test(`sixty numbers on a screen hung ${hung}: each is shown in turn, none is cut`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.clock.install()
      const board = someBoard({ preparing: numbers(100, 30), ready: numbers(300, 30) })
      await stubPoll(page, BOARD, board)
      await page.goto('/office/display')
      await expect(page.getByText('and more')).toHaveCount(2)

      // Twice round: a page that turned by itself between two looks was missed, and comes again.
      const seen = new Set<string>()
      for (let turn = 0; turn < 2 * turns; turn++) {
        const shown = page.locator('li[data-number]:visible')
        for (const text of await shown.allTextContents()) seen.add(text)
        expect(await isCut(page)).toBe(false)
        const before = await list(page, 'Preparing').allTextContents()
        await page.clock.fastForward(8_000)
        await expect(list(page, 'Preparing')).not.toHaveText(before)
      }
      expect(seen.size).toBe(60)
    })
  }

  test('there are no digits but numbers', async ({ page }) => {
    const board = someBoard(
      { preparing: numbers(100, 30), ready: numbers(300, 30), attention: [7] },
      { kitchen: 'stopped' },
    )
    await stubPoll(page, BOARD, board)
    await page.goto('/office/display')
    await expect(list(page, 'See the counter')).toHaveText(['7'])
    const rest = await page.getByRole('main').evaluate(main => {
      for (const number of main.querySelectorAll('li, [role=status]')) number.remove()
      return main.textContent
    })
    expect(rest).not.toMatch(/\d/)
  })
})

test('a restaurant without a queue says so, and how many stand in line', async ({ page, request }) => {
  await page.goto('/apartment/display')
  await expect(page.getByRole('heading')).toHaveText('There is no wall here')
  const meal = placeOrder(request, { restaurant: 'apartment', item: 'nuggets-20', quantity: 5 })
  await expect(page.getByRole('status')).toHaveText('One person stands in line')
  await meal
  await expect(page.getByRole('status')).toHaveText('Nobody stands in line')
  await expectAccessible(page)
})

test('/display leads to the first wall', async ({ page }) => {
  await page.goto('/display')
  await expect(page).toHaveURL(/\/office\/display$/)
})

test.describe('looks', () => {
  const boards = {
    empty: someBoard({}),
    few: someBoard({ preparing: [45, 46, 47], ready: [42, 39, 40] }, { justReady: [42] }),
    many: someBoard({ preparing: numbers(145, 30), ready: numbers(210, 30) }, { justReady: [210] }),
    attention: someBoard({ preparing: numbers(145, 7), ready: numbers(130, 11), attention: [117, 118] }),
    stopped: someBoard({ preparing: numbers(145, 5), ready: numbers(130, 3) }, { kitchen: 'stopped' }),
    'stopped-attention': someBoard(
      { preparing: numbers(145, 5), ready: numbers(130, 3), attention: numbers(117, 8) },
      { kitchen: 'stopped' },
    ),
    late: someBoard({ preparing: numbers(145, 5), ready: numbers(130, 9) }),
    stale: someBoard({ preparing: numbers(145, 5), ready: numbers(130, 9) }),
    'stale-attention': someBoard({
      preparing: numbers(145, 30),
      ready: numbers(210, 100),
      attention: [117, 118],
    }),
  }
  for (const [name, board] of Object.entries(boards)) {
    test(name, async ({ page }, testInfo) => {
      const wall = await stubPoll(page, BOARD, board)
      const isStale = name.startsWith('stale')
      if (isStale) wall.show(board, { aged: 45_000 })
      if (name === 'late') wall.show(board, { aged: 15_000 })
      await page.goto('/office/display')
      const shown = list(page, 'Preparing').first()
      if (name === 'empty') await expect(page.getByText('Nobody is waiting.')).toBeVisible()
      else await expect(shown).toHaveAttribute('data-number', /^45$|^1[4-7]\d$/)
      if (isStale) await expect(stale(page)).toBeVisible()
      if (name === 'late') await expect(notice(page)).toBeVisible()

      for (const viewport of [TV, UPRIGHT, BOXY]) {
        await page.setViewportSize(viewport)
        await look(page, testInfo, `wall-${name}-${viewport.width}x${viewport.height}`)
        expect(await isCut(page)).toBe(false)
        await expectAccessible(page)
      }
    })
  }
})

/** The ink of each number shown, in CSS pixels. */
async function digitHeights(page: Page): Promise<number[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  // Found and measured in one go, as evaluateAll is not: a number that leaves the page in between has no size any more.
  const heights = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    const spans = [...document.querySelectorAll('li[data-number] > span')]
    const shown = spans.filter(span => span.checkVisibility({ visibilityProperty: true }))
    return shown.map(span => {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(span)
      if (!context) return 0
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`
      const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText('1')
      return actualBoundingBoxAscent + actualBoundingBoxDescent
    })
  })
  expect(heights).not.toHaveLength(0)
  return heights
}

/** Between the boxes of the numbers shown, above and beside each other, in CSS pixels. */
function narrowestGap(page: Page): Promise<number> {
  return page.evaluate(() => {
    const spans = [...document.querySelectorAll('li[data-number] > span')]
    const shown = spans.filter(span => span.checkVisibility({ visibilityProperty: true }))
    const boxes = shown.map(span => span.getBoundingClientRect())
    const gaps = boxes.flatMap((a, index) =>
      boxes.slice(index + 1).map(b => {
        const beside = Math.max(b.left - a.right, a.left - b.right)
        const above = Math.max(b.top - a.bottom, a.top - b.bottom)
        return Math.max(beside, above)
      }),
    )
    return Math.min(...gaps)
  })
}

/** Whether a number overlaps another, leaves its list or the screen, or anything scrolls or lies under the slab. */
function isCut(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > innerWidth || scrollHeight > innerHeight) return true
    const slab = document.querySelector('[data-stale-note]')?.parentElement?.getBoundingClientRect()
    const bottom = slab?.height ? slab.top : innerHeight
    return [...document.querySelectorAll('li[data-number]')].some(item => {
      const cell = item.getBoundingClientRect()
      const ink = item.firstElementChild?.getBoundingClientRect() ?? cell
      const room = item.closest('section')?.getBoundingClientRect() ?? cell
      const slack = 2
      return (
        ink.width > cell.width + slack ||
        ink.height > cell.height + slack ||
        cell.bottom > room.bottom + slack ||
        cell.bottom > bottom + slack ||
        cell.right > room.right + slack
      )
    })
  })
}

/** As a browser before cascade layers reads a stylesheet. */
function withoutLayers(css: string): string {
  let rest = css
  let kept = ''
  for (let start = rest.indexOf('@layer'); start !== -1; start = rest.indexOf('@layer')) {
    kept += rest.slice(0, start)
    rest = rest.slice(start)
    const open = rest.indexOf('{')
    const semicolon = rest.indexOf(';')
    rest =
      semicolon !== -1 && semicolon < open ? rest.slice(semicolon + 1) : rest.slice(endOfBlock(rest, open))
  }
  return kept + rest
}

function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth += 1
    if (css[at] === '}') depth -= 1
    if (depth === 0) return at + 1
  }
  return css.length
}
