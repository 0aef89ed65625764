import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PASSAGES, PATTERNS } from '#app/tale/patterns/passages.ts'
import { takeExcerpt } from '#scripts/excerpts.ts'

const SOURCE = `
  first()
  if (one) {
    two()
      three()
  } else {
    four()
  }
`
const PASSAGE = { file: 'cook.ts', from: 'if (one) {', to: '}' }

for (const pattern of PATTERNS) {
  test(`the lines that do “${pattern}” are there, and few`, () => {
    const passage = PASSAGES[pattern]
    const source = readFileSync(passage.file, 'utf8')
    const { first, last, text } = takeExcerpt(passage, source)
    assert.ok(text.startsWith(passage.from))
    assert.equal(source.split('\n').slice(first - 1, last).length, text.split('\n').length)
  })
}

test('an excerpt ends where its block does, and loses the indentation that its lines share', () => {
  const { first, last, text } = takeExcerpt(PASSAGE, SOURCE)
  assert.deepEqual([first, last], [3, 6])
  assert.equal(text, 'if (one) {\n  two()\n    three()\n} else {')
})

test('a passage that is gone, or is there twice, or does not end fails, and says which', () => {
  for (const source of ['', SOURCE + SOURCE, SOURCE.replaceAll('}', ')')]) {
    assert.throws(() => takeExcerpt(PASSAGE, source), /^Error: cook\.ts: .*if \(one\) \{/)
  }
})
