import { spawnSync } from 'node:child_process'
import { styleText } from 'node:util'

/** Runs a program of ours or of `node_modules/.bin`, its words going where ours go. Whether it succeeded. */
export function runTool(name: string, args: string[] = []): boolean {
  const program = name === 'node' ? process.execPath : `node_modules/.bin/${name}`
  console.log(styleText('dim', `> ${[name, ...args].join(' ')}`))
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' })
  if (error) console.error(error.message)
  return status === 0
}
