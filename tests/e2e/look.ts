import type { Page, TestInfo } from '@playwright/test'

/**
 * Keeps a picture with the test's results, for someone to look at: of the screen, or of the whole page. Taken when somebody is going to look
 * (`LOOK=on npx playwright test`), as it takes as long as the test around it.
 */
export async function look(
  page: Page,
  testInfo: TestInfo,
  name: string,
  { whole = false } = {},
): Promise<void> {
  if (process.env.LOOK !== 'on') return
  const path = testInfo.outputPath(`${name}.png`)
  await page.screenshot({ path, animations: 'disabled', fullPage: whole })
  await testInfo.attach(name, { path, contentType: 'image/png' })
}
