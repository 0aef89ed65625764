import type { Page, TestInfo } from '@playwright/test'

/** Keeps a picture with the test's results, for someone to look at. */
export async function look(page: Page, testInfo: TestInfo, name: string): Promise<void> {
  const path = testInfo.outputPath(`${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  await testInfo.attach(name, { path, contentType: 'image/png' })
}
