import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, presentChromium } from '#scripts/find-chromium.ts'

const executablePath = presentChromium()

/** What is held against a real clock, or measured: little runs beside it. */
const IN_REAL_TIME = ['wall-truth.spec.ts', 'wall-memory.spec.ts']

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 3,
  retries: 0,
  timeout: 60_000,
  // How fast things are is for benchmarks to tell: here a busy machine may take its time.
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'screens', testIgnore: IN_REAL_TIME },
    { name: 'in real time', testMatch: IN_REAL_TIME, dependencies: ['screens'] },
  ],
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
