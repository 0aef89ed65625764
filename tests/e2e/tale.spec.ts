import type { Locator, Page } from '@playwright/test'
import { linkTo } from '#app/tale/link.ts'
import { longDay } from '#app/tale/theory/long-day.ts'
import { BESIDE } from '#app/tale/visit/stories.ts'
import { settingsOf } from '#rush/settings.ts'
import type { Visit } from '#rush/visit.ts'
import { expectAccessible } from '#tests/e2e/accessible.ts'
import { look } from '#tests/e2e/look.ts'
import { lane, openRush, untilAllStand } from '#tests/e2e/open-rush.ts'
import { stubPoll } from '#tests/e2e/stub-poll.ts'
import { expect, test } from '#tests/e2e/tale.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const DESK = { width: 1440, height: 900 }
/** The stubbed server does not hold polls: the next comes within a second. */
const LONGER_THAN_A_POLL_MS = 2_500
const PHONE = { width: 390, height: 844 }

// What takes longest comes first, so that the rest is done meanwhile.
test.describe('on the real thing', () => {
  test('a rush is played in both restaurants, and ends with its figures', async ({ page }) => {
    await page.goto(linkTo({ seed: 7, preset: 'lunch', perMinute: 24, minutes: 0.5, speed: 20 }))
    await page.getByRole('button', { name: 'Open both doors' }).click()
    await expect(
      lane(page, 'Near my office').getByRole('list', { name: 'Preparing' }).getByRole('listitem'),
    ).not.toHaveCount(0)
    await expect(page.locator('[data-state=done]')).toBeVisible({ timeout: 40_000 })

    const shown = page.getByRole('region', { name: 'What it showed' })
    await expect(shown).toContainText('who were served near the apartment, half stood')
    const csv = await page.request.get(
      (await shown.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '',
    )
    const customers = (await csv.text()).trim().split('\r\n').slice(1)
    const row = page
      .getByRole('region', { name: 'Three clocks' })
      .getByRole('row', { name: 'Near my office' })
    await expect(row.getByRole('cell').first()).toHaveText(String(customers.length))
  })

  test('who asks for more cooks than may come is told so beside the button', async ({ page }) => {
    await page.goto(linkTo({ seed: 3, preset: 'quiet', cooks: 7, minutes: 5, speed: 1 }))
    await page.getByRole('button', { name: 'Open both doors' }).click()
    const more = page.getByRole('button', { name: 'One more cook', exact: true })
    await expect(more).toHaveAttribute('aria-disabled', 'false', { timeout: 20_000 })
    await more.dblclick()
    const told = page.locator('#both-at-once').getByRole('status')
    await expect(told.filter({ hasText: 'There is no room for another cook' })).toBeVisible()
  })

  test('a cook walks out, and another takes the same number up', async ({ page }) => {
    await page.goto(linkTo({ seed: 3, preset: 'lunch', perMinute: 10, size: 4, minutes: 5, speed: 10 }))
    await page.getByRole('button', { name: 'Open both doors' }).click()
    const leave = page.getByRole('button', { name: 'A cook walks out' })
    await expect(leave).toHaveAttribute('aria-disabled', 'false', { timeout: 20_000 })
    await leave.click()
    const account = page.getByRole('region', { name: 'What happens, in words' })
    await expect(account.getByText(/takes number \d+ up/)).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Send everyone home' }).click()
    await expect(page.locator('[data-state=stopped]')).toBeVisible({ timeout: 20_000 })
  })

  test('the same button orders in both: here you stand and grow old, there you get a number and sit down', async ({
    page,
  }) => {
    await page.goto('/tale')
    const chapter = page.locator('#office')
    const you = (near: string) =>
      chapter.getByRole('region', { name: `You, in both, near my ${near}` }).getByRole('status')
    const [here, there] = [you('apartment'), you('office')]
    await noteWhatIsSeen(chapter)
    const ordering = page.waitForRequest('**/api/tale-apartment/orders')
    await chapter.getByRole('button', { name: 'Order' }).click()
    await ordering
    await expect(here).toContainText(/You are (fourth|fifth) in line.*20 portions, for a whole office/)
    await expect(there).toContainText(/Number \d+ is ready/, { timeout: 30_000 })
    const number = /Number (\d+)/.exec((await there.textContent()) ?? '')?.[1]
    const seen = async () => Object.keys(await page.evaluate(() => window.seen))
    expect((await seen()).join()).toContain(`You have number ${number} and sit down`)
    expect(await seen()).toContain(`on the wall: ${number}`)
    await expect(async () => expect((await seen()).join()).toContain('You are going grey')).toPass()

    const leaving = page.waitForEvent('requestfailed', request => request.method() === 'POST')
    await chapter.getByRole('button', { name: 'Walk out' }).press('Enter')
    await leaving
    await expect(here).toContainText('left with nothing')
    await expect(chapter.getByRole('button', { name: 'Walk out' })).toBeFocused()
    await expect(chapter.getByRole('button', { name: 'Order again' })).toBeEnabled()
  })

  test('whoever orders and reads on is in line all the same', async ({ page }) => {
    await page.goto('/tale')
    const chapter = page.locator('#apartment')
    const started = page.waitForResponse(response => response.url().endsWith('/api/tale/rushes'))
    await chapter.getByRole('button', { name: 'Order' }).click()
    await started
    await page.locator('#patterns').scrollIntoViewIfNeeded()
    await expect(chapter.getByRole('status')).toContainText(/You are \w+ in line/, { timeout: 20_000 })
    await expect(chapter.locator('[data-visit]')).not.toBeInViewport()
  })
})

declare global {
  interface Window {
    seen: Record<string, true>
  }
}

/** Notes all that is said in `view` and each number on its wall, though it be gone a moment later. */
function noteWhatIsSeen(view: Locator): Promise<void> {
  return view.evaluate(view => {
    window.seen = {}
    const note = () => {
      for (const said of view.querySelectorAll('[role=status]')) window.seen[said.textContent ?? ''] = true
      for (const number of view.querySelectorAll('[data-number]'))
        window.seen[`on the wall: ${number.getAttribute('data-number')}`] = true
    }
    new MutationObserver(note).observe(view, { subtree: true, childList: true, characterData: true })
  })
}

test('whoever ordered hears why a rush came to nothing', async ({ page }) => {
  const rush = playOnPaper(settingsOf({ seed: 1, preset: 'quiet' }), 0)
  await stubPoll(page, '**/api/tale/rushes/*', { ...rush, state: 'failed', reason: 'Nobody cooks.' })
  await page.route('**/api/tale/rushes', route => route.fulfill({ status: 202, json: rush }))
  await page.goto('/tale')
  const chapter = page.locator('#apartment')
  await chapter.getByRole('button', { name: 'Order' }).click()
  await expect(chapter.getByRole('alert')).toHaveText('Nobody cooks.')
})

for (const [name, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport })

    test('a lunch rush looks well, can be used by everyone, and ends with what it showed', async ({
      page,
    }, testInfo) => {
      const rush = await openRush(page, { seed: 42, preset: 'lunch' }, 3.5)
      await expect(lane(page, 'Near my apartment')).toContainText('in line behind')
      await untilAllStand(page)
      await look(page, testInfo, `lunch-${name}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)

      rush.show(60)
      await expect(page.getByRole('region', { name: 'What it showed' })).toContainText('had their food')
      await untilAllStand(page)
      await look(page, testInfo, `done-${name}`, { whole: true })
      if (name === 'phone') await expectAccessible(page)
    })

    test('an overload looks like one', async ({ page }, testInfo) => {
      await openRush(page, { seed: 7, preset: 'overload', minutes: 12, patienceMinutes: 5 }, 9)
      const [apartment, office] = [lane(page, 'Near my apartment'), lane(page, 'Near my office')]
      await expect(apartment).toContainText('old, with a long white beard')
      await expect(apartment).toContainText('walked out')
      await expect(office).toContainText('asked to come back later')
      await expect(office).toContainText('walked out')
      await untilAllStand(page)
      await look(page, testInfo, `overload-${name}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    })
  })
}

test('whoever hears the page is told how a rush stands, and that it is over with what it showed', async ({
  page,
}) => {
  await page.goto('/tale')
  const regions = page.locator('#both-at-once [role=status]')
  await expect(regions).toHaveText(['', ''])
  const rush = await openRush(page, { seed: 42, preset: 'lunch' }, 3)
  const said = regions.last()
  await expect(said).toContainText(/^Near my apartment: .* Near my office: /)
  await said.evaluate(element => element.setAttribute('data-was-there', ''))
  rush.show(60)
  await expect(said).toContainText(/^Over\. .* who were served near the apartment/)
  await expect(said).toHaveAttribute('data-was-there', '')
})

test('the three clocks can be switched, and tell their figures in words too', async ({ page }) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 60)
  const clocks = page.getByRole('region', { name: 'Three clocks' })
  const p50 = clocks.getByRole('row', { name: 'Near my office' }).locator('[data-mark=p50]')
  const atTheCounter = await p50.textContent()
  await clocks.getByRole('radio', { name: 'Time to food' }).check({ force: true })
  await expect(p50).not.toHaveText(atTheCounter ?? '')
  await expect(clocks).toContainText(
    'Until the food was ready. Near the office they look up 3 seconds later and fetch it, which is not counted.',
  )
  await expect(
    clocks.getByRole('img', { name: /^Time to food\. Near my apartment: \d+ customers/ }),
  ).toBeVisible()

  await clocks.getByRole('checkbox', { name: 'p95' }).uncheck()
  await expect(clocks.locator('svg [data-mark=p95]')).toHaveCount(0)
  await expect(clocks.locator('svg [data-mark=p50]')).toHaveCount(2)
})

test('whoever is told that the day was too short plays one that is long enough, and theory agrees', async ({
  page,
}) => {
  const rush = await openRush(page, { seed: 42, preset: 'lunch' }, 60)
  const play = page.getByRole('button', { name: 'Play a long day' })
  await page.route('**/api/tale/rushes', route => route.abort(), { times: 1 })
  await play.click()
  await expect(page.getByText('The restaurants did not answer.')).toBeInViewport()
  await expect(play).toBeFocused()

  const id = 'fedcba9876543210'
  const onPaper = (minutes: number) => ({ ...playOnPaper(settingsOf(longDay(42)), minutes * 60_000), id })
  await page.route('**/api/tale/rushes', route => route.fulfill({ status: 202, json: onPaper(0) }))
  rush.show(0, () => onPaper(60))
  const asking = page.waitForRequest(request => request.method() === 'POST')
  await play.press('Enter')
  expect((await asking).postDataJSON()).toEqual(longDay(42))
  await expect(page).toHaveURL(/perMinute=10&minutes=20&speed=20&clerks=2&cooks=8.*&rush=fedcba9876543210#/)
  await expect(page.getByText('Ten customers a minute for 20 min.')).toBeVisible()
  const theory = page.getByRole('region', { name: 'What theory says' })
  await expect(theory.locator('[data-verdict=agrees]')).toHaveCount(3)
  await expect(theory.locator('[data-mark=interval]')).toHaveCount(3)
  await expect(play).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
})

test('with the keyboard alone one chooses a day, opens the doors and sends everyone home', async ({
  page,
}) => {
  await page.goto('/tale')
  await page.getByRole('radio', { name: 'Lunch rush' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Coach party' })).toBeChecked()
  await expect(page).toHaveURL(/preset=coach&seed=42/)

  const settings = settingsOf({ seed: 42, preset: 'coach' })
  await stubPoll(page, '**/api/tale/rushes/*', playOnPaper(settings, 60_000))
  await page.route('**/api/tale/rushes', route =>
    route.fulfill({ status: 202, json: playOnPaper(settings, 0) }),
  )
  await page.getByRole('button', { name: 'Open both doors' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Send everyone home' })).toBeFocused()
  const stopping = page.waitForRequest(request => request.method() === 'DELETE')
  await page.keyboard.press('Enter')
  await stopping
})

test('one more cook near the office alone leaves as many hands near the apartment as there were', async ({
  page,
}) => {
  await page.goto('/tale?preset=lunch&seed=42#both-at-once')
  const isFair = page.getByRole('checkbox', { name: 'As many hands on both sides' })
  await expect(isFair).toBeChecked()
  await page.getByRole('button', { name: 'One more cook near the office alone' }).click()
  await expect(isFair).not.toBeChecked()
  await expect(page).toHaveURL(/apartmentHands=4&cooks=4/)
  for (const who of ['Hands near the apartment', 'Cooks near the office'])
    await expect(page.getByRole('group', { name: who }).getByRole('status')).toHaveText('4')
})

test('a reload finds the rush that one watches, and the link leads to the same customers without it', async ({
  page,
}) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 3)
  await expect(page).toHaveURL(/[?&]rush=0123456789abcdef/)
  const link = page.getByRole('link', { name: 'Link to this rush' })
  await expect(link).toHaveAttribute('href', '/tale?preset=lunch&seed=42#both-at-once')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Send everyone home' })).toBeVisible()
  await expect(page.getByText('Open: 3 min of 5 min')).toBeVisible()
})

test('whoever opened the doors may send everyone home from another tab too', async ({ page, context }) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 3)
  await expect(page).toHaveURL(/[?&]rush=0123456789abcdef/)
  const tab = await context.newPage()
  const rush = playOnPaper(settingsOf({ seed: 42, preset: 'lunch' }), 180_000)
  await stubPoll(tab, '**/api/tale/rushes/*', rush)
  await tab.goto(page.url())
  const home = tab.getByRole('button', { name: 'Send everyone home' })
  await expect(home).toHaveAttribute('aria-disabled', 'false')
  const stopping = tab.waitForRequest(request => request.method() === 'DELETE')
  await home.click()
  expect((await stopping).headers().authorization).toMatch(/^Bearer \S+$/)
})

test('whoever begins something else while a rush of theirs is on hears before that it ends, and then where they watched it', async ({
  page,
  context,
}) => {
  const watched = await openRush(page, { seed: 42, preset: 'lunch' }, 3)
  const tab = await context.newPage()
  const rush = playOnPaper(settingsOf({ seed: 42, preset: 'lunch' }), 180_000)
  const poll = await stubPoll(tab, '**/api/tale/rushes/*', rush)
  let isFree = false
  await tab.route('**/api/tale/rushes', route =>
    route.fulfill(
      isFree
        ? { status: 202, json: { ...rush, id: 'fedcba9876543210' } }
        : { status: 409, headers: { Location: `/api/tale/rushes/${rush.id}` }, json: {} },
    ),
  )
  await tab.goto('/tale')
  const order = tab.locator('#apartment').getByRole('button', { name: 'Order' })
  await expect(order).toHaveAccessibleDescription('This ends the rush that you have on elsewhere.')
  const stopping = tab.waitForRequest(request => request.method() === 'DELETE')
  await order.press('Enter')
  await stopping
  isFree = true
  poll.show({ ...rush, state: 'stopped' })
  watched.show(3, rush => ({ ...rush, state: 'stopped' }))
  const why = /^You began something else, in another chapter or tab/
  await expect(page.locator('#both-at-once').getByRole('status').filter({ hasText: why })).toBeVisible()
  await expect(order).toHaveAttribute('aria-disabled', 'true')
})

test('a link that asks for what cannot be had says so, until something else is chosen', async ({ page }) => {
  await page.goto('/tale?preset=overload&seed=7&cooks=9#both-at-once')
  const chapter = page.locator('#both-at-once')
  await expect(chapter.getByRole('radio', { name: 'Overload' })).toBeChecked()
  await expect(chapter.getByRole('alert')).toContainText('cooks must be at most 8.')
  await chapter.getByRole('button', { name: 'Other customers' }).click()
  await expect(chapter.getByRole('alert')).toHaveCount(0)
})

test('an address with a rush that nobody knows any more is a closed pair of doors', async ({ page }) => {
  await page.goto('/tale?preset=quiet&seed=42&rush=0123456789abcdef#both-at-once')
  await expect(page.getByRole('button', { name: 'Open both doors' })).toHaveAttribute(
    'aria-disabled',
    'false',
  )
  await expect(page).not.toHaveURL(/rush=/)
})

test('the seed can be cleared while it is typed, and what plays is said beside the picture', async ({
  page,
}) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 3)
  const seed = page.getByLabel('Seed')
  await seed.fill('')
  await expect(seed).toHaveValue('')
  await seed.pressSequentially('77')
  await expect(page).toHaveURL(/seed=77/)
  await seed.fill('')
  await page.keyboard.press('Tab')
  await expect(seed).toHaveValue('77')
  await expect(
    page.getByText('Lunch rush, seed 42, 10× as fast as life: 8 customers a minute for 5 min.'),
  ).toBeVisible()
})

test('a coach stands at the door of both until its forty portions are there', async ({ page }, testInfo) => {
  await openRush(page, { seed: 42, preset: 'coach' }, 2)
  for (const name of ['Near my apartment', 'Near my office'])
    await expect(lane(page, name)).toContainText(
      /A coach stands at the door: customer \d+ is to bring 40 portions/,
    )
  await untilAllStand(page)
  await look(page, testInfo, 'coach')
})

test('one rush at a time: who comes later may watch the one that is on', async ({ page }) => {
  const settings = settingsOf({ seed: 42, preset: 'lunch' })
  await stubPoll(page, '**/api/tale/rushes/*', playOnPaper(settings, 60_000))
  await page.route('**/api/tale/rushes', route =>
    route.fulfill({
      status: 409,
      headers: { Location: '/api/tale/rushes/0123456789abcdef' },
      contentType: 'application/problem+json',
      json: { title: 'A rush is on', detail: 'Wait until it is over.' },
    }),
  )
  await page.goto('/tale')
  await page.getByRole('button', { name: 'Open both doors' }).click()
  await page.getByRole('button', { name: 'Watch the one that is on' }).press('Enter')
  const home = page.getByRole('button', { name: 'Send everyone home' })
  await expect(home).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('Only the browser that opened these doors can')).toBeVisible()
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
})

for (const way of ['Walk into theirs', 'Wait for mine']) {
  test(`who orders while somebody else has a rush on is asked before, and may ${way.toLowerCase()}`, async ({
    page,
  }, testInfo) => {
    const theirs = playOnPaper(settingsOf({ seed: 42, preset: 'lunch' }), 0)
    const poll = await stubPoll(page, `**/api/tale/rushes/${theirs.id}`, { ...theirs, state: 'running' })
    const mine = { ...playOnPaper(settingsOf(BESIDE.request), 0), id: 'fedcba9876543210', state: 'running' }
    await stubPoll(page, `**/api/tale/rushes/${mine.id}`, mine)
    let isFree = false
    await page.route('**/api/tale/rushes', route =>
      route.fulfill(
        isFree
          ? { status: 202, json: mine }
          : { status: 409, headers: { Location: `/api/tale/rushes/${theirs.id}` }, json: {} },
      ),
    )
    await page.goto('/tale')
    const chapter = page.locator('#office')
    const you = chapter.getByRole('region', { name: 'You, in both, near my office' })
    await chapter.getByRole('button', { name: 'Order' }).click()
    await expect(chapter.getByRole('alert')).toContainText('Somebody else has both restaurants now.')
    await expect(you).toHaveAttribute('data-you', 'none')
    await look(page, testInfo, 'theirs-is-on')
    await chapter.getByRole('button', { name: way }).press('Enter')

    if (way === 'Wait for mine') {
      await expect(chapter.getByRole('alert')).toContainText('Yours begins by itself')
      await expect(you).toHaveAttribute('data-you', 'none')
      isFree = true
      poll.show({ ...theirs, state: 'done' })
    }
    await expect(you).toHaveAttribute('data-you', 'door')
    await expect(chapter.getByRole('alert')).toHaveCount(0)
    const isTheirs = chapter.getByText('You walked into somebody else’s rush')
    await expect(isTheirs).toHaveCount(way === 'Walk into theirs' ? 1 : 0)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  })
}

/** Of one who has collected: the slip still knows the number. */
const VISIT: Visit = {
  customer: 1,
  apartment: { exchanges: [] },
  office: {
    exchanges: [],
    news: null,
    orderId: '0'.repeat(32),
    slip: {
      orderId: '0'.repeat(32),
      number: 28,
      lies: 'none',
      tries: { made: 1, of: 4 },
      reason: null,
      kitchensLost: 0,
      pid: null,
      lockSeconds: null,
      keys: [{ key: '{tale-office}:book', type: 'hash', says: [{ name: 'last', value: '31' }] }],
      states: [],
    },
  },
}

test('nobody looks, nobody asks: polls rest while the rush, and an order of it, is off the screen', async ({
  page,
}) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 3)
  await page.getByRole('radio', { name: 'Technical' }).check({ force: true })
  const of = /\/customers\/\d+$/
  await stubPoll(page, '**/customers/1', VISIT)
  await page.getByRole('button', { name: 'Customer 1', exact: true }).press('Enter')
  await expect(
    page.getByRole('heading', { name: 'Number 28, customer 1: what truly happened' }),
  ).toBeInViewport()
  await expect(page.getByText('as it stood at the last look: every order writes it')).toBeVisible()
  const poll = (of = /\/rushes\/[0-9a-f]+(\/customers\/\d+)?$/) =>
    page.waitForRequest(of, { timeout: LONGER_THAN_A_POLL_MS })
  await poll(of)
  await lane(page, 'Near my office').scrollIntoViewIfNeeded()
  await poll(/\/rushes\/[0-9a-f]+$/)
  await page.evaluate(() => {
    document.body.style.paddingTop = '9000px'
    scrollTo(0, 0)
  })
  await expect(() => expect(poll()).rejects.toThrow('Timeout')).toPass()
})

test('nobody looks, nobody asks, in trouble neither; and whoever looks again is told at once', async ({
  page,
}) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 3)
  const told = page.locator('#both-at-once').getByText('The restaurants cannot be seen right now.')
  await page.route('**/api/tale/rushes/*', route => route.fulfill({ status: 500 }))
  await expect(told).toBeVisible()

  await page.evaluate(() => {
    document.body.style.paddingTop = '9000px'
    scrollTo(0, 0)
  })
  const poll = () => page.waitForRequest(/\/rushes\/[0-9a-f]+$/, { timeout: LONGER_THAN_A_POLL_MS })
  await expect(() => expect(poll()).rejects.toThrow('Timeout')).toPass()

  const asked = poll()
  await page.evaluate(() => {
    document.body.style.paddingTop = ''
  })
  await lane(page, 'Near my office').scrollIntoViewIfNeeded()
  await asked
})

for (const [reducedMotion, walks] of [
  ['no-preference', true],
  ['reduce', false],
] as const) {
  test(
    walks ? 'people walk to where they are' : 'with less motion nobody walks: everyone is where they are',
    async ({ page }) => {
      await page.emulateMedia({ reducedMotion })
      const rush = await openRush(page, { seed: 42, preset: 'lunch' }, 3)
      await untilAllStand(page)
      await lane(page, 'Near my apartment').scrollIntoViewIfNeeded()
      await page.evaluate(() => {
        const walked = () =>
          document.querySelector('[data-moving=yes]') &&
          document.body.setAttribute('data-somebody-walked', '')
        new MutationObserver(walked).observe(document, { subtree: true, attributeFilter: ['data-moving'] })
      })
      rush.show(4)
      await expect(page.getByText('Open: 4 min of 5 min')).toBeVisible()
      await untilAllStand(page)
      const walked = expect(page.locator('body'))
      await (walks ? walked : walked.not).toHaveAttribute('data-somebody-walked', '')
    },
  )
}

test('one switch says the same picture in three vocabularies, the five steps in the same places', async ({
  page,
}) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 3.5)
  const office = lane(page, 'Near my office')
  const places = () =>
    office
      .locator('[data-part]')
      .evaluateAll(labels =>
        labels.map(label => [label.getAttribute('data-part'), label.getAttribute('style')]),
      )
  const steps = office.getByRole('list', { name: 'The five steps of an order' }).getByRole('listitem')
  const before = await places()
  for (const [voice, cashier] of [
    ['Restaurant', 'Cashier'],
    ['Abstract', 'Application (POST)'],
    ['Technical', 'Next.js route handler, POST'],
  ] as const) {
    await page.getByRole('radio', { name: voice }).check({ force: true })
    await expect(steps).toHaveCount(5)
    await expect(steps.nth(1)).toContainText(cashier, { ignoreCase: true })
    expect(await places()).toEqual(before)
    expect(await labelsOnEachOther(page)).toEqual([])
    const told = [lane(page, 'Near my apartment'), office, page.getByRole('region', { name: /in words$/ })]
    const isOfRestaurant = voice === 'Restaurant'
    for (const words of told)
      await (isOfRestaurant ? expect(words) : expect(words).not).toContainText(/customer|cooks? /i)
  }
  await expect(office.getByRole('list', { name: 'wait, active' })).toBeVisible()
  await expectAccessible(page)
})

/** Which labels of the picture, in letters that can be read from afar, hide each other. */
function labelsOnEachOther(page: Page): Promise<string[]> {
  return page.locator('#both-at-once [data-part]').evaluateAll(labels => {
    const boxes = labels.map(label => {
      const letters = Number.parseFloat(getComputedStyle(label).fontSize)
      if (letters < 16) throw new Error(`${label.textContent} is ${letters} px high`)
      return { says: label.textContent, ...label.getBoundingClientRect().toJSON() }
    })
    return boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          other =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        )
        .map(other => `${one.says} and ${other.says}`),
    )
  })
}

test('in technical words an order can be opened, by the picture and by the keyboard', async ({ page }) => {
  await openRush(page, { seed: 42, preset: 'lunch' }, 3.5)
  await page.getByRole('radio', { name: 'Technical' }).check({ force: true })
  const order = page.getByRole('button', { name: /^(Number \d+, c|C)ustomer 12$/ })
  await order.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /customer 12: what truly happened$/i })).toBeFocused()
  await page.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(order).toBeFocused()

  await untilAllStand(page)
  const canvas = lane(page, 'Near my apartment').locator('canvas')
  // The first in line stands in the lower left corner.
  const { height } = (await canvas.boundingBox()) ?? { height: 0 }
  await canvas.click({ position: { x: 32, y: height - 40 } })
  await expect(page.getByRole('heading', { name: /customer \d+: what truly happened$/i })).toBeVisible()
})

test('in technical words a paper on the line and a number on the wall open their order', async ({ page }) => {
  await openRush(page, { seed: 42, preset: 'overload' }, 3)
  const { queued, wall, seated } = playOnPaper(settingsOf({ seed: 42, preset: 'overload' }), 180_000).sides
    .office
  const seatOf = (number: number | undefined) => seated.find(seat => seat.number === number)
  const office = lane(page, 'Near my office')
  const number = office.locator(`[data-number="${wall.preparing[0]}"]`)
  await expect(number.getByRole('button')).toHaveCount(0)
  await page.getByRole('radio', { name: 'Technical' }).check({ force: true })

  const opened = (number: number | undefined) =>
    page.getByRole('heading', {
      name: `Number ${number}, customer ${seatOf(number)?.customer}: what truly happened`,
    })
  // The second paper from the left.
  await office.locator('canvas').click({ position: { x: 65, y: 24 } })
  await expect(opened(queued[1]?.number)).toBeFocused()
  await number.getByRole('button').click()
  await expect(opened(wall.preparing[0])).toBeFocused()
  await expect(page.getByRole('button', { name: `Number ${wall.preparing[0]}, customer` })).toHaveText(
    `Number ${wall.preparing[0]}`,
  )
})

test('the page fetches no drawing that it does not show', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', request => fetched.push(new URL(request.url()).pathname))
  await page.goto('/tale')
  await page.getByRole('radio', { name: 'Coach party' }).check({ force: true })
  await expect(page).toHaveURL(/preset=coach/)
  expect(fetched.filter(path => path.startsWith('/menu/'))).toEqual([])
})

test('until the second chapter nobody has heard of a queue', async ({ page }) => {
  await page.goto('/tale')
  await expect(page.locator('#apartment')).toContainText('One person behind the counter')
  for (const told of [page.locator('main > header'), page.locator('#apartment')])
    await expect(told).not.toContainText(/queue|redis|process|kill/i)
  await expect(page.locator('#both-at-once')).toContainText('the queue in Redis')
})
