import { capital } from '#app/tale/in-words.ts'
import type { Rush } from '#rush/rush.ts'

/** What the little kitchen shows, for everybody. */
export function kitchenInWords({ state, sides }: Rush): string {
  if (state === 'waiting') return 'The kitchen is closed.'
  if (state !== 'running') return 'The kitchen has closed.'
  const { queued, cooks, wall } = sides.office
  const hands = cooks.map(({ alive, number }, place) => {
    const name = cooks.length === 1 ? 'the cook' : `cook ${place + 1}`
    if (!alive) return `${name} is gone`
    return number === null ? `${name} has nothing to do` : `${name} has number ${number}`
  })
  const waiting = queued.length === 0 ? [] : [`${numbers(queued.map(({ number }) => number))} in line`]
  const ready = wall.ready.length === 0 ? [] : [`${numbers(wall.ready.toSorted((a, b) => a - b))} ready`]
  const attention = wall.attention.length === 0 ? [] : [`${numbers(wall.attention)} to see the counter`]
  return `${capital([...hands, ...waiting, ...ready, ...attention].join('; '))}.`
}

const lists = new Intl.ListFormat('en', { type: 'conjunction' })

function numbers(list: number[]): string {
  return `${list.length === 1 ? 'number' : 'numbers'} ${lists.format(list.map(String))}`
}
