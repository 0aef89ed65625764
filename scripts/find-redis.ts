import { spawnSync } from 'node:child_process'
import { findProgram } from './find-program.ts'
import { installPackage, rootPrefix } from './install-package.ts'

const SERVERS = ['redis-server', 'valkey-server']

/** The path of a Redis (or Valkey) server program, which is installed where it is missing and that is allowed. */
export function findRedis(): string {
  const found = findProgram(SERVERS) ?? install()
  if (!found) throw new Error(HOW_TO_GET_IT)
  return found
}

function install(): string | undefined {
  if (!installPackage('redis-server')) return

  keepServiceOff()
  return findProgram(SERVERS)
}

/** Debian starts a Redis for the whole machine with the package. Nobody asked for that one. */
function keepServiceOff(): void {
  const [program = '', ...args] = [...(rootPrefix() ?? []), 'systemctl', 'disable', '--now', 'redis-server']
  spawnSync(program, args, { stdio: 'ignore' })
}

const HOW_TO_GET_IT = `Nugget needs redis-server, which is not on this machine. Get it with one of
  Debian, Ubuntu   sudo apt-get install redis-server
  Fedora           sudo dnf install valkey
  macOS            brew install redis
  Docker           docker run -d -p 6379:6379 redis:7-bookworm redis-server --appendonly yes --maxmemory-policy noeviction
                   and then: REDIS_URL=redis://localhost:6379 npm start`
