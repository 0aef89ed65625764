import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

/** The commands of one block of docs/operations.md, as somebody would type them who stands in Nugget's folder. */
export async function commandsOf(block: string): Promise<string> {
  const page = await readFile('docs/operations.md', 'utf8')
  const commands = new RegExp(`^\`\`\`sh ${block}\n(.*?)^\`\`\``, 'ms').exec(page)?.[1]
  assert.ok(commands, `docs/operations.md has no commands called ${block}`)
  return commands
}
