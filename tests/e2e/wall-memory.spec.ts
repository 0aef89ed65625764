import { expect, test } from '#tests/e2e/nugget.ts'
import { spendLongDay } from '#tests/support/long-day.ts'

const WARM = 1_000
const CHANGES = 2_000
/** 5 MB in a hundred thousand changes are 50 bytes for each; so few are told from the browser's own only by `npm run soak`. */
const MOST_BYTES_A_CHANGE = 125

// Recording keeps what the page would let go.
test.use({ trace: 'off', viewport: { width: 480, height: 270 } })

test('a wall holds on to nothing of the boards that it showed', async ({ page, nugget }) => {
  test.setTimeout(180_000)
  const [before, after] = await spendLongDay(page, nugget.url, [WARM, WARM + CHANGES])
  expect((after?.heapBytes ?? 0) - (before?.heapBytes ?? 0)).toBeLessThan(CHANGES * MOST_BYTES_A_CHANGE)
  expect(after).toMatchObject({ nodes: before?.nodes, listeners: before?.listeners })
})
