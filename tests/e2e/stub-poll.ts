import type { Page } from '@playwright/test'

/**
 * Answers the polls of `url` with what `show` was given last, aged by `ageMs`, as a server would that does not hold them: for
 * states that take hours or hundreds of orders to reach.
 */
export async function stubPoll(page: Page, url: string, first: object) {
  let body = first
  let ageMs = 0
  let version = 1

  await page.route(url, async route => {
    const etag = `"${version}"`
    const headers = {
      ETag: etag,
      Date: new Date().toUTCString(),
      'Board-As-Of': new Date(Date.now() - ageMs).toISOString(),
    }
    if (route.request().headers()['if-none-match'] === etag) await route.fulfill({ status: 304, headers })
    else await route.fulfill({ status: 200, headers, json: body })
  })
  return {
    show(next: object, { aged = 0 } = {}) {
      body = next
      ageMs = aged
      version += 1
    },
  }
}
