import type { Page } from '@playwright/test'
import { expect, test } from '#tests/e2e/nugget.ts'
import { placeOrder } from '#tests/e2e/place-order.ts'

const PAGES = [
  '/',
  '/office/kiosk',
  '/apartment/kiosk',
  '/office/display',
  '/apartment/display',
  '/no/such/page',
  `/office/orders/${'0'.repeat(32)}`,
]

for (const path of PAGES) {
  test(`${path} comes alive within its own content security policy`, async ({ page }) => {
    const complaints = complaintsOf(page)
    const answer = await page.goto(path)
    expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+';/)
    await expectAlive(page)
    expect(await complaints()).toEqual([])
  })
}

test('a ticket comes alive too, and hands over its order', async ({ page, request }) => {
  const complaints = complaintsOf(page)
  const { restaurant, id } = await placeOrder(request)
  await page.goto(`/${restaurant}/orders/${id}`)
  await page.getByRole('button', { name: 'I have it' }).click()
  await expect(page.locator('main')).toHaveAttribute('data-status', 'collected')
  expect(await complaints()).toEqual([])
})

test('each answer has a nonce of its own', async ({ request }) => {
  const policies = await Promise.all(
    ['/', '/', '/nope', '/nope'].map(
      async path => (await request.get(path)).headers()['content-security-policy'],
    ),
  )
  expect(new Set(policies).size).toBe(policies.length)
})

test('a script that was smuggled into a page does not run', async ({ page }) => {
  const complaints = complaintsOf(page)
  await page.goto('/office/kiosk')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.smuggled = true'
    const elsewhere = document.createElement('script')
    elsewhere.src = 'http://127.0.0.1:9/smuggled.js'
    const picture = document.createElement('div')
    picture.innerHTML = '<img src="/nothing" onerror="window.smuggled = true">'
    document.body.append(script, elsewhere, picture)
  })
  await expect
    .poll(async () => (await complaints()).filter(what => what.startsWith('script-src')).sort())
    .toEqual([
      'script-src-attr inline',
      'script-src-elem http://127.0.0.1:9/smuggled.js',
      'script-src-elem inline',
    ])
  expect(await page.evaluate(() => 'smuggled' in window)).toBe(false)
})

test('in a network of its own, without https, a kiosk orders and the ticket is collected', async ({
  page,
  nugget,
}) => {
  const complaints = complaintsOf(page)
  const lan = nugget.url.replace('127.0.0.1', 'canteen.test')
  await page.goto(`${lan}/office/kiosk`)
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  await page.getByRole('button', { name: 'Coffee', exact: true }).click()

  const posted = page.waitForResponse(answer => answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Place order' }).click()
  const { id } = await (await posted).json()
  await expect(page.getByLabel('Your number')).toBeVisible()

  await page.goto(`${lan}/office/orders/${id}`)
  await page.getByRole('button', { name: 'I have it' }).click()
  await expect(page.locator('main')).toHaveAttribute('data-status', 'collected')
  expect(await complaints()).toEqual([])
})

/** What the browser refused to do for a page, and what it complained of. A page that is not there is no complaint. */
function complaintsOf(page: Page): () => Promise<string[]> {
  const said: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('404')) said.push(message.text())
  })
  page.on('pageerror', error => said.push(error.message))
  const watching = page.addInitScript(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      refused.push(`${effectiveDirective} ${blockedURI}`),
    )
  })
  return async () => {
    await watching
    const refused = await page.evaluate(() => (window as { refused?: string[] }).refused ?? [])
    return [...refused, ...said]
  }
}

/** React has taken over the page that the server painted. */
async function expectAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some(key => key.startsWith('__react')),
  )
}
