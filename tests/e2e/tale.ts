import { test as base } from '#tests/e2e/nugget.ts'
import type { Part } from '#tests/support/part.ts'
import { endRushes, RUSHES, rememberStarter, rushPart } from '#tests/support/start-tale.ts'

/** A `nugget` with the process that plays rushes. There is one rush at a time: what a test opened is ended before the next one of its worker. */
export const test = base.extend<object, { rush: Part }>({
  rush: [
    async ({ nugget }, use) => {
      const rush = rushPart(nugget)
      await rush.start()
      await use(rush)
      await rush.end()
    },
    { scope: 'worker', auto: true, timeout: 60_000 },
  ],
  page: async ({ page, nugget }, use) => {
    page.on('response', response => {
      const path = response.headers().location
      if (response.status() === 202 && path?.startsWith(RUSHES))
        rememberStarter(path, response.request().headers()['idempotency-key'] ?? '')
    })
    await use(page)
    await endRushes(nugget.url)
  },
})

export { expect } from '@playwright/test'
