const LOOK_EVERY_MS = 250

/**
 * Calls `gone` once npm, which runs this script, has ended before it, as by `kill -9`: then nobody could tell this process to stop.
 * Whoever was started without npm may outlive whom they were started by.
 */
export function whenNpmIsGone(gone: () => void): void {
  if (!process.env.npm_lifecycle_script?.includes('scripts/start.ts')) return
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    gone()
  }, LOOK_EVERY_MS)
  looking.unref()
}
