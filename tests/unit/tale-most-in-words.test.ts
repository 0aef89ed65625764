import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostInWords } from '#app/tale/most-in-words.ts'
import { sceneInWords } from '#app/tale/scene-in-words.ts'
import { VOICES } from '#app/tale/switcheroo/vocabulary.ts'
import { SIDES } from '#app/tale/three-clocks.ts'
import { settingsOf } from '#rush/settings.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

test('a lane has room for whatever it may have to tell of a whole rush', () => {
  for (const preset of ['lunch', 'overload'] as const) {
    const settings = settingsOf({ seed: 42, preset })
    for (const voice of VOICES)
      for (const side of SIDES) {
        const most = mostInWords({ settings }, side, voice).length
        for (let minutes = 0; minutes <= 10; minutes += 0.25) {
          const rush = playOnPaper(settings, minutes * 60_000)
          const told = sceneInWords(rush, side, () => 599_000, voice)
          assert.ok(told.length <= most, `${voice} ${side}: ${told}`)
        }
      }
  }
})
