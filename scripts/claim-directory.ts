import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Makes this process the one owner of a directory until it lets go or ends, however it ends. Throws when another
 * living process owns it, or when it cannot be made. The claim is a lock of the kernel's (SQLite takes it, Node itself has none),
 * so a power cut leaves no stale one behind and a process id that was given anew fools nobody.
 *
 * @returns lets go
 */
export function claimDirectory(dir: string): () => void {
  makeDirectory(dir)
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

/** Node's own `recursive` never ends where a directory that is there takes no other, as /proc does. */
function makeDirectory(dir: string): void {
  try {
    makeOneByOne(resolve(dir))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : cause
    throw new Error(`DATA_DIR: cannot make the folder ${dir} (${why})`, { cause })
  }
}

function makeOneByOne(dir: string): void {
  if (isDirectory(dir)) return
  makeOneByOne(dirname(dir))
  try {
    mkdirSync(dir)
  } catch (error) {
    if (!isDirectory(dir)) throw error // else another start was quicker
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
