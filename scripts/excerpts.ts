import { readFileSync, writeFileSync } from 'node:fs'
import { PASSAGES, type Passage } from '#app/tale/patterns/passages.ts'

/** Made before each build and check, from the sources as they are. */
const EXCERPTS = 'app/tale/patterns/excerpts.json'

/** More is no excerpt, and fewer say nothing. */
const LEAST_LINES = 4
const MOST_LINES = 16

/** Some lines of a file, without the indentation that they share. `first` and `last` are counted from 1. */
export type Excerpt = { file: string; first: number; last: number; text: string }

/** Writes down what the tale shows of the sources. Throws when a passage is not there any more. */
export function writeExcerpts(): void {
  const excerpts = Object.entries(PASSAGES).map(([pattern, passage]) => [
    pattern,
    takeExcerpt(passage, readFileSync(passage.file, 'utf8')),
  ])
  const files = [...new Set(Object.values(PASSAGES).map(({ file }) => file))].map(file => [
    file,
    readFileSync(file, 'utf8'),
  ])
  const made = { excerpts: Object.fromEntries(excerpts), files: Object.fromEntries(files) }
  writeFileSync(EXCERPTS, `${JSON.stringify(made, null, 2)}\n`)
}

/** Ends at the first line that begins with `to`, indented no deeper than the first. */
export function takeExcerpt({ file, from, to }: Passage, source: string): Excerpt {
  const lines = source.split('\n')
  const starts = lines.flatMap((line, index) => (line.trimStart().startsWith(from) ? [index] : []))
  const [start] = starts
  if (start === undefined || starts.length > 1) {
    throw new Error(
      `${file}: ${starts.length} lines begin with “${from}”, which the tale shows; there must be one`,
    )
  }
  const indent = indentOf(lines[start])
  const end = lines.findIndex(
    (line, index) => index > start && indentOf(line) <= indent && begins(line.trimStart(), to),
  )
  const count = end - start + 1
  if (end === -1 || count < LEAST_LINES || count > MOST_LINES) {
    throw new Error(
      `${file}: after “${from}” comes no “${to}” within ${LEAST_LINES} to ${MOST_LINES} lines, as the tale shows it`,
    )
  }
  const taken = lines.slice(start, end + 1).map(line => line.slice(Math.min(indent, indentOf(line))))
  return { file, first: start + 1, last: end + 1, text: taken.join('\n') }
}

/** With these words, and not with longer ones: `else` is no `elseif`. */
function begins(line: string, words: string): boolean {
  return line.startsWith(words) && !(/\w$/.test(words) && /^\w/.test(line.slice(words.length)))
}

function indentOf(line = ''): number {
  return line.length - line.trimStart().length
}
