import { readFileSync } from 'node:fs'

/** The memory that a process holds, as Linux counts it. */
export function residentMib(pid = 0): number {
  const kib = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return kib / 1024
}
