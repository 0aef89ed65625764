import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Homebrew and Debian's sbin are missing from many a PATH, of services above all. */
const OTHER_FOLDERS = ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/opt/homebrew/bin']

/** The path of the first of these programs that this machine has. */
export function findProgram(names: string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...OTHER_FOLDERS]
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
