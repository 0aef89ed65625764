import { spawnSync } from 'node:child_process'
import { findProgram } from './find-program.ts'

/**
 * Installs a Debian package where that may be done without asking: by root, or with a sudo that wants no password.
 * Says so in one line. False where it may not or did not work; what apt-get said of a failure is then on stderr.
 */
export function installPackage(name: string): boolean {
  const asRoot = rootPrefix()
  const aptGet = findProgram(['apt-get'])
  if (!asRoot || !aptGet) return false

  console.log(`Installing ${name} with apt-get, since this machine has none…`)
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', aptGet, '-qq']
  return run([...apt, 'update']) && run([...apt, 'install', '--yes', '--no-install-recommends', name])
}

/** What to put before a command for it to run as root; undefined where that takes a password. */
export function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return []

  const sudo = findProgram(['sudo'])
  return sudo && spawnSync(sudo, ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? [sudo, '-n'] : undefined
}

function run([program = '', ...args]: string[]): boolean {
  const { status, stderr } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) process.stderr.write(stderr ?? '')
  return status === 0
}
