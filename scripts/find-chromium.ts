import { findProgram } from './find-program.ts'
import { installPackage } from './install-package.ts'

/** Root may not sandbox; and nothing here may call home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', // root in a container has none
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium for the tests, which is installed where it is missing and that is allowed. */
export function findChromium(): string {
  const found =
    presentChromium() ?? (installPackage('chromium-headless-shell') ? presentChromium() : undefined)
  if (!found) throw new Error(HOW_TO_GET_IT)
  return found
}

/**
 * The same, of what is here already. `CHROMIUM_PATH` goes before all others. The headless shell is Chromium but for the frame
 * around its pages, which nobody sees here and which costs as much to draw as half a page.
 */
export function presentChromium(): string | undefined {
  return (
    process.env.CHROMIUM_PATH ||
    findProgram([
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
    ])
  )
}

const HOW_TO_GET_IT = `The tests need Chromium, which is not on this machine. Get it with one of
  Debian           sudo apt-get install chromium-headless-shell
  Fedora           sudo dnf install chromium
  macOS            brew install --cask chromium
  Docker           docker run --rm -it -v "$PWD":/nugget -w /nugget node:24-bookworm-slim sh -c "npm ci && npm test"
or name your own: CHROMIUM_PATH=/path/to/chrome npm test`
