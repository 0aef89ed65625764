import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, presentChromium } from '#scripts/find-chromium.ts'

const executablePath = presentChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: 'list',
  use: {
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: CHROMIUM_FLAGS,
    },
    trace: 'retain-on-failure',
  },
})
