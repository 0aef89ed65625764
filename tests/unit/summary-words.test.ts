import assert from 'node:assert/strict'
import { test } from 'node:test'
import { summarize } from '#app/tale/summarize.ts'
import { meanOf } from '#rush/interval.ts'
import type { Rush } from '#rush/rush.ts'
import { Preset, type RushRequest, settingsOf } from '#rush/settings.ts'
import { dayOnPaper } from '#rush/such-days.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const END_MS = 36_000_000

const rushOf = (request: Partial<RushRequest> = {}, storyMs = END_MS): Rush =>
  playOnPaper(settingsOf({ seed: 42, preset: 'lunch', ...request }), storyMs)

/** A rush in which so many were served on each side, each after the same time, and so many walked out. */
function rushWith({ served = [0, 0], left = [0, 0] }: { served?: number[]; left?: number[] }): Rush {
  const rush = rushOf()
  const clocksOf = (many = 0, counterMs: number, foodMs: number) =>
    Array.from({ length: many }, (_, index) => ({ customer: index + 1, arrivedMs: 0, counterMs, foodMs }))
  const leaversOf = (many = 0) =>
    Array.from({ length: many }, (_, index) => ({ customer: 100 + index, arrivedMs: 0, atMs: 60_000 }))
  const { apartment, office } = rush.sides
  return {
    ...rush,
    clocks: { apartment: clocksOf(served[0], 61_000, 61_000), office: clocksOf(served[1], 1_000, 65_000) },
    sides: {
      apartment: { ...apartment, walkedOut: leaversOf(left[0]) },
      office: { ...office, walkedOut: leaversOf(left[1]) },
    },
  }
}

test('whatever the rush, it is two sentences that can be read aloud', () => {
  for (const preset of Preset.options) {
    for (const seed of [1, 2, 42]) {
      for (const storyMs of [0, 30_000, 150_000, END_MS]) {
        const played = rushOf({ preset, seed }, storyMs)
        for (const rush of [played, { ...played, state: 'stopped' as const }]) {
          const sentences = summarize(rush)
          assert.equal(sentences.length, 2)
          for (const sentence of sentences) {
            assert.match(sentence, /^[A-Z][^.]*[a-z]\.$/)
            assert.doesNotMatch(
              sentence,
              /\d (s|min|h)\b|\bno (customers?|cooks?)\b|NaN|Infinity|null|undefined/i,
            )
            assert.doesNotMatch(sentence, /[a-z,;:] (?!Nugget)[A-Z]/, 'a capital in mid-sentence')
          }
        }
      }
    }
  }
})

test('half is half of those who were served, and how many they were is said', () => {
  const [first, second] = summarize(rushWith({ served: [40, 38] }))
  assert.equal(
    first,
    'Of 40 customers who were served near the apartment, half stood for 1 minute and 1 second or longer and had their food then; ' +
      'of 38 customers who were served near the office, half could sit down within 1 second, and for half the food was ready within 1 minute and 5 seconds.',
  )
  assert.equal(
    second,
    'Nobody walked out; with four pairs of hands on both sides the food near the office was ready 4 seconds later on average for those who ate at both.',
  )
})

test('one customer is no half, and nobody is nobody', () => {
  assert.deepEqual(summarize(rushWith({ served: [1, 1] })), [
    'The one customer who was served near the apartment stood for 1 minute and 1 second and had the food then; ' +
      'the one who was served near the office could sit down after 1 second, and the food was ready after 1 minute and 5 seconds.',
    'Nobody walked out; with four pairs of hands on both sides the food near the office was ready 4 seconds later on average.',
  ])
  assert.deepEqual(summarize(rushWith({})), [
    'Nobody was served on either side, so there is nothing to compare.',
    'Nobody walked out.',
  ])
  const [first] = summarize(rushWith({ served: [0, 2] }))
  assert.match(
    first,
    /^Near the apartment nobody was served; of two customers who were served near the office/,
  )
  assert.match(summarize(rushWith({ served: [2, 0] }))[0], /; near the office nobody was served\.$/)
})

test('who walked out is said of both sides', () => {
  const left = (here: number, there: number) => summarize(rushWith({ left: [here, there] }))[1]
  assert.equal(left(0, 15), '15 customers walked out near the office, and nobody near the apartment.')
  assert.equal(left(1, 0), 'One customer walked out near the apartment, and nobody near the office.')
  assert.equal(left(15, 1), '15 customers walked out near the apartment, and one customer near the office.')
})

test('that a queue hides too much work is said of those whom it turned away', () => {
  const rush = rushWith({ left: [0, 5] })
  const { apartment, office } = rush.sides
  const full = { ...rush, sides: { apartment, office: { ...office, sentAway: 5 } } }
  assert.match(summarize(full)[1], /nobody near the apartment: a queue hides too much work for a while/)
  assert.doesNotMatch(summarize(rushWith({ left: [0, 5] }))[1], /hides/)
})

test('guests are told of, and no work is compared that was not the same', () => {
  const rush = rushOf()
  const { apartment, office } = rush.sides
  const guests = (here: boolean, there: boolean) => ({
    ...rush,
    sides: { apartment: { ...apartment, hadGuests: here }, office: { ...office, hadGuests: there } },
  })
  assert.match(summarize(guests(true, true))[1], /^Guests ordered on both sides too, and the others waited/)
  assert.match(summarize(guests(false, true))[1], /^Guests ordered near the office too, and the others there/)
  assert.match(
    summarize(guests(true, false))[1],
    /^Guests ordered near the apartment too[^;]*; nobody walked out\.$/,
  )
})

test('a rush that was stopped says when, and whom it does not count', () => {
  const rush = rushOf({}, 150_000)
  const [, second] = summarize({ ...rush, state: 'stopped' })
  assert.match(
    second,
    /^Everyone was sent home after 2 minutes and 30 seconds, so whoever still waited is not counted; nobody walked out; with/,
  )
})

test('who took up the number of a cook who walked out is part of what it showed', () => {
  const walkOut = { atMs: 60_000, cook: 1, number: 17, takenUpAtMs: 95_000, takenUpBy: 0 }
  const said = (...walkOuts: Rush['walkOuts']) => summarize({ ...rushOf(), walkOuts })[1]
  assert.equal(
    said(walkOut),
    'A cook was gone in the middle of number 17, and 35 seconds later another had taken the same number up: 4 seconds of ours, ' +
      'which no speed makes shorter, for a killed process holds its order until its lock runs out; nobody walked out.',
  )
  assert.match(
    summarize({ ...rushOf({ speed: 1 }), walkOuts: [walkOut] })[1],
    /and 35 seconds later another had taken the same number up, for a killed process holds its order/,
  )
  assert.match(said({ ...walkOut, takenUpAtMs: null }), /, and nobody took it up before the end; nobody/)
  assert.match(
    said({ ...walkOut, number: null, takenUpAtMs: null }),
    /^A cook left who had no order in hand;/,
  )
  assert.match(said(walkOut, walkOut), /^Two cooks left in mid-rush;/)
})

test('whoever ordered for a coach stood on one side for what the other cooked while they sat', () => {
  const coach = (storyMs?: number) => summarize(rushOf({ preset: 'coach' }, storyMs))[1]
  assert.match(
    coach(),
    /^Whoever ordered 40 portions for a coach stood for 5 minutes and \d+ seconds near the apartment, and sat down (?:at once|after \d seconds?) near the office, where all of it was ready after 5 minutes and \d+ seconds; nobody walked out; with/,
  )
  assert.doesNotMatch(coach(120_000), /coach/)
  assert.doesNotMatch(summarize(rushOf())[1], /coach/)
})

test('the hands are those that worked', () => {
  const fewer = rushOf({ apartmentHands: 3 })
  assert.match(
    summarize(fewer)[1],
    /; with three pairs of hands near the apartment and four pairs of hands near the office the food near the office was ready \d+ seconds (sooner|later) on average; with two cooks it would have been ready \d+ seconds later than that, by arithmetic\.$/,
  )
  const rush = rushOf()
  const { office } = rush.sides
  const cook = { alive: true, pid: 1, customer: null, number: null }
  const helped = {
    ...rush,
    hires: [{ atMs: 70_000, cook: 4 }],
    sides: { ...rush.sides, office: { ...office, cooks: [...office.cooks, cook] } },
  }
  assert.match(
    summarize(helped)[1],
    /^One cook came to help; nobody walked out; with four pairs of hands near the apartment and five pairs of hands near the office/,
  )
})

test('with as many hands the food is no sooner, and with a cook more near the office alone it is sooner than it was', () => {
  for (const preset of ['lunch', 'walk-out', 'overload'] as const) {
    let sooner = 0
    for (let seed = 1; seed <= 100; seed += 1) {
      const fair = settingsOf({ seed, preset })
      const { apartment, food } = dayOnPaper(fair)
      assert.ok(meanOf(food) > meanOf(apartment), `${preset}, seed ${seed}`)
      const helped = dayOnPaper({ ...fair, cooks: fair.cooks + 1 })
      if (meanOf(helped.food) < meanOf(food)) sooner += 1
    }
    assert.ok(sooner >= 90, `${preset}: ${sooner} of 100`)
  }
})

test('what one more cook near the office did is told against the same day without', () => {
  const { apartmentHands, cooks } = settingsOf({ seed: 42, preset: 'lunch' })
  const helped = rushOf({ apartmentHands, cooks: cooks + 1 })
  const said = /; with three cooks it would have been ready \d+ seconds later than that, by arithmetic\.$/
  assert.match(summarize(helped)[1], said)
  assert.doesNotMatch(summarize({ ...helped, hires: [{ atMs: 70_000, cook: 4 }] })[1], said)
  assert.doesNotMatch(summarize(rushOf())[1], /arithmetic/)
})
