import { type Browser, type Locator, type Page, test as plain } from '@playwright/test'
import { Order } from '#orders/order.ts'
import { expect, test } from '#tests/e2e/nugget.ts'
import { call, postOrder } from '#tests/support/call-api.ts'
import { digHole } from '#tests/support/hole.ts'
import { startNugget } from '#tests/support/start-nugget.ts'
import { until } from '#tests/support/until.ts'

// In real seconds: here it is the time that is promised.
const TOLD_WITHIN_MS = 12_000
const BACK_WITHIN_MS = 3_000

const CAUSES = {
  network: 'This screen has no connection.',
  server: "The restaurant's computer does not answer.",
  redis: 'The queue of orders is away.',
  kitchen: 'The kitchen has paused.',
}
const nobody = (page: Page) => page.getByText('Nobody is waiting.')
const number = (page: Page, order: Order) => page.locator(`li[data-number="${order.number}"]`)

plain(
  'no network, a server that is down, a dead line and nobody waiting are told apart',
  async ({ browser }) => {
    const nugget = await startNugget({ webs: 2 })
    const [hit = '', healthy = ''] = nugget.urls
    const line = await digHole(healthy)
    const [quiet, offline, refused, silent] = await Promise.all([
      openWall(browser, healthy),
      openWall(browser, healthy),
      openWall(browser, hit),
      openWall(browser, line.url),
    ])
    for (const wall of [quiet, offline, refused, silent]) await expect(nobody(wall)).toBeVisible()

    await Promise.all([offline.context().setOffline(true), nugget.webs[0]?.end('SIGKILL'), line.swallow()])
    const told = countFrom(TOLD_WITHIN_MS)
    await Promise.all([
      told.visible(cause(offline, 'network')),
      told.visible(cause(refused, 'server')),
      told.visible(cause(silent, 'server')),
    ])
    for (const wall of [offline, refused, silent]) await expect(nobody(wall)).toBeHidden()
    await expect(nobody(quiet)).toBeVisible()
    await expect(notices(quiet)).toHaveCount(0)

    const order = await place(healthy)
    await expect(number(quiet, order)).toBeVisible()

    await offline.context().setOffline(false)
    await backWithin(countFrom(BACK_WITHIN_MS), offline, order)
    line.mend()
    await backWithin(countFrom(BACK_WITHIN_MS), silent, order)
    await nugget.webs[0]?.start()
    await until('ready', async () => (await call(hit, '/api/health/ready')).status === 200)
    await backWithin(countFrom(BACK_WITHIN_MS), refused, order)

    await line.close()
    await nugget.stop()
  },
)

test('Redis away is told, and the wall is right again soon after it is back', async ({ page, nugget }) => {
  await page.goto('/office/display')
  const before = await place(nugget.url)
  await expect(number(page, before)).toBeVisible()

  await nugget.redis().kill()
  await countFrom(TOLD_WITHIN_MS).visible(cause(page, 'redis'))
  await expect(number(page, before)).toBeVisible()

  await nugget.restartRedis()
  const back = countFrom(BACK_WITHIN_MS)
  const order = await until('an order is taken', () => place(nugget.url).catch(() => undefined))
  await backWithin(back, page, order)
  await back.hidden(page.getByText(CAUSES.kitchen))
})

test('a dead kitchen is told, and that it cooks again', async ({ page, nugget }) => {
  await page.goto('/office/display')
  await nugget.kitchens[0]?.end('SIGKILL')
  await countFrom(TOLD_WITHIN_MS).visible(cause(page, 'kitchen'))
  const order = await place(nugget.url)
  await expect(number(page, order)).toBeVisible()

  await nugget.kitchens[0]?.start()
  const back = countFrom(BACK_WITHIN_MS)
  await backWithin(back, page, order)
  await back.visible(page.getByRole('region', { name: 'Ready' }).locator(number(page, order)))
})

/** What the server wrote shows before the app is there to tell when it ages: the first poll says that it is. */
async function openWall(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
  await Promise.all([page.waitForResponse(`${url}/api/office/board`), page.goto(`${url}/office/display`)])
  return page
}

async function place(url: string): Promise<Order> {
  return Order.parse((await postOrder(url)).body)
}

function notices(page: Page): Locator {
  return page.locator('[data-notice]')
}

function cause(page: Page, name: keyof typeof CAUSES): Locator {
  return notices(page).filter({ hasText: CAUSES[name] })
}

async function backWithin(back: ReturnType<typeof countFrom>, page: Page, order: Order): Promise<void> {
  await back.visible(number(page, order))
  await back.hidden(notices(page))
}

/** From now on there is this much time in all. */
function countFrom(ms: number) {
  const deadline = performance.now() + ms
  const left = () => Math.max(1, deadline - performance.now())
  return {
    visible: (locator: Locator) => locator.waitFor({ state: 'visible', timeout: left() }),
    hidden: (locator: Locator) => locator.waitFor({ state: 'hidden', timeout: left() }),
  }
}
