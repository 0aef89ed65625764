import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'node:test'
import { findRedis } from '#scripts/find-redis.ts'

/**
 * A `PATH` on which redis-server is one with these settings besides. With `mostLogBytes` it cannot write more into its log, as on a full
 * disk; that holds for root, too.
 */
export async function pathToOtherRedis(
  t: TestContext,
  { settings = '', mostLogBytes }: { settings?: string; mostLogBytes?: number },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nugget-path-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const limit = mostLogBytes ? `trap '' XFSZ; ulimit -S -f ${Math.ceil(mostLogBytes / 512)}` : ''
  const program = join(folder, 'redis-server')
  await writeFile(program, `#!/bin/sh\n${limit}\nexec ${findRedis()} "$@" ${settings}\n`)
  await chmod(program, 0o755)
  return `${folder}${delimiter}${process.env.PATH}`
}
