import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, presentChromium } from '#scripts/find-chromium.ts'

const executablePath = presentChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 3,
  retries: 0,
  timeout: 60_000,
  reporter: 'list',
  use: {
    launchOptions: {
      ...(executablePath && { executablePath }),
      // A name that no browser takes for this machine: under it, as in a restaurant's own network, nothing is a secure context.
      args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP canteen.test 127.0.0.1'],
    },
    // Tracing every test for the few that fail costs a third of the time: `npx playwright test --trace on` for those.
    screenshot: 'only-on-failure',
  },
})
