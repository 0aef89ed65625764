import { expect, test } from '#tests/e2e/nugget.ts'

test('an order placed at the kiosk by touch reaches the wall, becomes ready, is collected and leaves', async ({
  browser,
  baseURL,
}) => {
  const kiosk = await browser.newPage({ baseURL, viewport: { width: 1080, height: 1920 }, hasTouch: true })
  const wall = await browser.newPage({ baseURL, viewport: { width: 1920, height: 1080 } })
  await wall.goto('/office/display')
  await kiosk.goto('/office/kiosk')

  await kiosk.getByRole('button', { name: '6-piece nuggets', exact: true }).tap()
  await kiosk.getByRole('button', { name: '20-piece nuggets', exact: true }).tap()
  for (let more = 0; more < 4; more++)
    await kiosk.getByRole('button', { name: 'One more 20-piece nuggets' }).tap()
  await expect(kiosk.getByRole('region', { name: 'Your order' })).toContainText('€69.40')
  const accepted = kiosk.waitForResponse(response => response.request().method() === 'POST')
  await kiosk.getByRole('button', { name: 'Place order' }).tap()
  const number = await kiosk.getByLabel('Your number').textContent()
  const ticketPath = ((await (await accepted).headerValue('location')) ?? '').replace('/api', '')

  const onList = (name: string) =>
    wall
      .getByRole('region', { name, exact: true })
      .getByRole('listitem')
      .and(wall.locator(`[data-number="${number}"]`))
  await expect(onList('Preparing')).toHaveText(number ?? '')
  await expect(onList('Ready')).toHaveText(number ?? '', { timeout: 15_000 })
  await expect(onList('Preparing')).toHaveCount(0)
  await expect(wall.getByRole('status')).toContainText(`Order ${number} is ready`)

  const phone = await browser.newPage({ baseURL, viewport: { width: 390, height: 844 }, hasTouch: true })
  await phone.goto(ticketPath)
  await expect(phone.getByRole('main')).toHaveAttribute('data-status', 'ready')
  await expect(phone.getByText(number ?? '', { exact: true })).toBeVisible()
  await phone.getByRole('button', { name: 'I have it' }).tap()
  await expect(phone.getByRole('main')).toHaveAttribute('data-status', 'collected')
  await expect(onList('Ready')).toHaveCount(0)

  await kiosk.getByRole('button', { name: 'Got it' }).tap()
  await expect(kiosk.getByRole('button', { name: '6-piece nuggets', exact: true })).toBeVisible()
  await Promise.all([kiosk, wall, phone].map(page => page.close()))
})
