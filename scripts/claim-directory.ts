import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Makes this process the one owner of a directory until it lets go or ends, however it ends. Throws when another
 * living process owns it. The claim is a lock of the kernel's (SQLite takes it, Node itself has none), so a power cut
 * leaves no stale one behind and a process id that was given anew fools nobody.
 *
 * @returns lets go
 */
export function claimDirectory(dir: string): () => void {
  mkdirSync(dir, { recursive: true })
  const ownerFile = join(dir, 'owner.pid')
  const lock = new DatabaseSync(join(dir, 'owner.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    const owner = readFileSync(ownerFile, 'utf8').trim()
    throw new Error(
      `Nugget already runs here (process ${owner}); stop that one first, or set another DATA_DIR`,
      {
        cause,
      },
    )
  }
  writeFileSync(ownerFile, `${process.pid}\n`)
  return () => lock.isOpen && lock.close()
}
