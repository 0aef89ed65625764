import { test as base } from '@playwright/test'
import { type Nugget, startNugget } from '#tests/support/start-nugget.ts'

/**
 * `nugget` is a whole system of this test's worker: a Redis, a web process and a kitchen of its own,
 * twenty times as fast as life. Pages open on it. A test that breaks a part mends it before it ends.
 */
export const test = base.extend<{ baseURL: string }, { nugget: Nugget }>({
  nugget: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
    async ({}, use) => {
      const nugget = await startNugget()
      await use(nugget)
      await nugget.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ nugget }, use) => {
    await use(nugget.url)
  },
})

export { expect } from '@playwright/test'
