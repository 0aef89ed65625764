import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountInWords } from '#app/tale/account-in-words.ts'
import { ageOf } from '#app/tale/ages.ts'
import { dayInWords } from '#app/tale/day-in-words.ts'
import { duration, inTenths, spoken } from '#app/tale/duration.ts'
import { choiceOfLink, FIRST_SEED, linkTo } from '#app/tale/link.ts'
import { progressInWords, rushInWords } from '#app/tale/rush-in-words.ts'
import { sceneInWords } from '#app/tale/scene-in-words.ts'
import { summarize } from '#app/tale/summarize.ts'
import { longDay } from '#app/tale/theory/long-day.ts'
import { drawCustomers } from '#rush/customers.ts'
import type { Rush } from '#rush/rush.ts'
import { Preset, RushRequest, settingsOf } from '#rush/settings.ts'
import { playOnPaper } from '#tests/support/play-on-paper.ts'

const lunch = settingsOf({ seed: 42, preset: 'lunch' })

test('people who stand grow old', () => {
  const ages = [0, 29_999, 30_000, 75_000, 150_000, 3_600_000].map(ms => ageOf(ms).age)
  assert.deepEqual(ages, ['young', 'young', 'greying', 'grey', 'ancient', 'ancient'])
})

test('a time of the story is said in the two largest units, and never broken in two', () => {
  const said = [0, 59_400, 59_600, 80_000, 3_600_000, 3_900_000].map(duration)
  assert.deepEqual(said, [
    '0\u00a0s',
    '59\u00a0s',
    '1\u00a0min',
    '1\u00a0min\u00a020\u00a0s',
    '1\u00a0h',
    '1\u00a0h\u00a05\u00a0min',
  ])
})

test('a time that is held against others has tenths where it is short', () => {
  const said = [0, 4_460, 4_540, 9_949, 9_950, 80_000].map(inTenths)
  assert.deepEqual(said, [
    '0.0\u00a0s',
    '4.5\u00a0s',
    '4.5\u00a0s',
    '9.9\u00a0s',
    '10\u00a0s',
    duration(80_000),
  ])
})

test('a time of the story is read aloud in whole words', () => {
  const said = [0, 1_000, 59_400, 60_000, 81_000, 3_600_000, 3_660_000, 7_500_000].map(spoken)
  assert.deepEqual(said, [
    '0 seconds',
    '1 second',
    '59 seconds',
    '1 minute',
    '1 minute and 21 seconds',
    '1 hour',
    '1 hour and 1 minute',
    '2 hours and 5 minutes',
  ])
})

test('the link of a rush leads to the same customers', () => {
  const choice = { seed: 7, preset: 'overload', speed: 20, apartmentHands: 3, patienceMinutes: null } as const
  const query = Object.fromEntries(new URL(linkTo(choice), 'http://localhost').searchParams)
  assert.deepEqual(settingsOf(choiceOfLink(query).choice), settingsOf(choice))
})

test('a link says only what differs from its preset', () => {
  assert.equal(linkTo({ seed: 7, preset: 'lunch', cooks: 3 }), '/tale?preset=lunch&seed=7#both-at-once')
})

test('a link to what cannot be leads to the rest of it, and says what was left out', () => {
  const leadsTo = (link: string, choice: RushRequest, ...refused: string[]) =>
    assert.deepEqual(choiceOfLink(Object.fromEntries(new URLSearchParams(link))), { choice, refused })
  const overload = { preset: 'overload', seed: 7 } as const
  const quiet = { preset: 'quiet', seed: 7 } as const

  leadsTo('', { preset: 'lunch', seed: 42 })
  leadsTo('preset=overload&seed=7&cooks=9', overload, 'cooks must be at most 8')
  leadsTo(
    'preset=banquet&seed=0&cooks=4',
    { preset: 'lunch', seed: 42, cooks: 4 },
    'preset must be "quiet" or "lunch" or "coach" or "walk-out" or "overload"',
    'seed must be at least 1',
  )
  leadsTo(
    'preset=overload&seed=7&perMinute=30&minutes=25&cooks=4',
    { ...overload, minutes: 25, cooks: 4 },
    'perMinute must be fewer: at most 600 customers are expected in a rush',
  )
  leadsTo(
    'preset=quiet&seed=7&perMinute=0&minutes=2',
    { ...quiet, minutes: 2 },
    'perMinute must be at least 0.5',
  )
  leadsTo('preset=quiet&seed=7&perMinute=0.2', quiet, 'perMinute must be at least 0.5')
})

test('whatever a link asks for, there is a rush that it leads to', () => {
  const anyOf = {
    preset: [...Preset.options, 'banquet'],
    perMinute: ['0', '0.5', '60', 'many'],
    minutes: ['0.5', '30'],
    speed: ['0', '1', '60'],
    cooks: ['1', '8'],
    cookWalksOut: ['true', 'false'],
  }
  let links: Record<string, string>[] = [{}]
  for (const [name, values] of Object.entries(anyOf))
    links = links.flatMap(link => [link, ...values.map(value => ({ ...link, [name]: value }))])
  for (const link of links) assert.ok(RushRequest.safeParse(choiceOfLink(link).choice).success)
})

test('a lane says who stands, and how old that makes them', () => {
  const rush = playOnPaper(settingsOf({ seed: 7, preset: 'overload' }), 240_000)
  const words = sceneInWords(rush, 'apartment', () => 80_000)
  assert.match(
    words,
    /^Five customers stand at the counter until their food is cooked, and \d+ customers stand in line/,
  )
  assert.match(words, /has stood for 1\u00a0min\u00a020\u00a0s and is grey and bearded\./)
})

test('a restaurant where nobody is says so', () => {
  assert.equal(
    sceneInWords(playOnPaper(lunch, 0), 'office', () => 0),
    'Nobody is here.',
  )
})

test('an overload as the page offers it drives people out near the apartment', () => {
  const { sides } = playOnPaper(settingsOf({ seed: FIRST_SEED, preset: 'overload' }), 3_600_000)
  assert.ok(sides.apartment.walkedOut.length >= 3)
})

test('what a lane shows can be said without a word of the restaurant', () => {
  const { sides } = playOnPaper(settingsOf({ seed: 7, preset: 'overload' }), 240_000)
  const office = {
    ...sides.office,
    aside: [90],
    cooks: [{ alive: false, pid: 1, customer: null, number: null }],
  }
  for (const voice of ['abstract', 'technical'] as const) {
    for (const side of ['apartment', 'office'] as const) {
      const words = sceneInWords({ sides: { ...sides, office } }, side, () => 80_000, voice)
      assert.doesNotMatch(words, /customer|cook|counter|grey|sits?\b/i)
    }
  }
})

test('in technical words one held poll brings the news to everybody who has a number', () => {
  const { sides } = playOnPaper(settingsOf({ seed: 7, preset: 'overload' }), 240_000)
  const many = sides.office.seated.length
  const say = (office: typeof sides.office) =>
    sceneInWords({ sides: { ...sides, office } }, 'office', () => 0, 'technical')
  assert.ok(many > 12)
  assert.ok(
    say(sides.office).includes(
      `, and one held poll of the board brings the news to ${many} clients with a number.`,
    ),
  )
  assert.match(say({ ...sides.office, seated: [] }), /, and nobody waits for a number\./)
})

test('what happens is told in the words that are on', () => {
  const said = [
    'Both restaurants open.',
    'Customer 3 comes in and wants one portion.',
    'Customer 4 comes in and wants 40 portions.',
    'Customer 3 has the food and sits down.',
    'Customer 4 gets number 7 and sits down.',
    'Number 7 is ready: customer 4 has the food.',
    'Customer 5 is asked to come back later.',
    'Customer 5 hears that the kitchen has its hands full and walks out.',
    'Customer 6 has waited long enough and walks out.',
    'Cook 2 walks out in the middle of number 8.',
    'Cook 1 takes number 8 up.',
    'Cook 4 comes to help.',
    'Everybody has been served or has left.',
    'The rush was stopped.',
  ]
  assert.deepEqual(
    said.map(words => accountInWords(words, 'restaurant')),
    said,
  )
  for (const voice of ['abstract', 'technical'] as const)
    for (const words of said) assert.doesNotMatch(accountInWords(words, voice), /customer|cook |sits|walks/i)
  assert.equal(accountInWords('Cook 1 takes number 8 up.', 'abstract'), 'Worker 1 takes job 8 over.')
})

test('what is said of a day is true of the hands that one chose', () => {
  const say = (request: Partial<RushRequest>) => dayInWords(settingsOf({ seed: 1, ...request }))
  assert.equal(
    say({ preset: 'overload' }),
    'Customers come faster than at any lunch. More customers than so many hands can ever serve on either side: some walk out, and the office asks some to come back later.',
  )
  assert.match(say({ preset: 'overload', clerks: 4, cooks: 8 }), /hands enough for all of them\.$/)
  assert.match(
    say({ preset: 'overload', apartmentHands: 12 }),
    /ever serve near the office: some walk out, and/,
  )
  assert.match(say({ preset: 'lunch', apartmentHands: 2 }), /serve near the apartment: some walk out\.$/)
  assert.match(say({ preset: 'overload', clerks: 1 }), /serve on either side: some walk out\.$/)
  assert.equal(say({ preset: 'coach' }), 'A quiet day, and then one order for forty.')
  assert.equal(
    say(longDay(1)),
    'Ten customers a minute for 20\u00a0min. There are hands enough for all of them.',
  )
})

test('how far a rush has come is told against its end, and past it that nobody new comes', () => {
  const at = (storyMs: number) => progressInWords(playOnPaper(lunch, storyMs))
  assert.equal(at(60_000), 'Open: 1\u00a0min of 5\u00a0min, 9 of 40 customers came.')
  assert.equal(
    at(302_000),
    'Open: 5\u00a0min\u00a02\u00a0s. 40 customers came; nobody else will, and the last are being served.',
  )
  assert.match(at(3_600_000), /^Over: 5\smin\s\d+\ss, 40 customers came\.$/)
  const sentHome = { ...playOnPaper(lunch, 60_000), state: 'stopped' as const }
  assert.match(progressInWords(sentHome), /^Everyone was sent home: 1\smin of 5\smin, 9 of 40/)
  assert.equal(progressInWords({ ...sentHome, state: 'waiting' }), 'The cooks are on their way …')
})

test('whoever hears the page is told of both lanes and the coach while they are open, and in the end what it showed', () => {
  const coach = settingsOf({ seed: 42, preset: 'coach' })
  const party = drawCustomers(coach).find(({ portions }) => portions === 40)
  const say = (rush: Rush) => rushInWords(rush, () => 0, 'restaurant', party)
  assert.match(
    say({ ...playOnPaper(coach, 120_000), state: 'running' }),
    /^Near my apartment: .* Near my office: .* A coach stands at the door/,
  )
  const over = playOnPaper(coach, 3_600_000)
  assert.equal(say({ ...over, state: 'done' }), `Over. ${summarize(over).join(' ')}`)
  assert.equal(say({ ...over, state: 'stopped' }).split('. ')[0], 'Everyone was sent home')
  assert.equal(say({ ...over, state: 'failed' }), 'It came to nothing.')
})
