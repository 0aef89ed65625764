import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readRestaurants } from '#orders/restaurants.ts'
import { TALE } from '#rush/tale.ts'
import { APARTMENT, OFFICE } from '#rush/tale-restaurants.ts'

const good = {
  name: 'Corner',
  service: 'queue',
  cooks: 2,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  languages: ['en'],
  menu: [{ id: 'tea', name: 'Tea', price: 200, cookSeconds: 2, picture: '/menu/coffee.svg' }],
}

test('the office has a queue and three cooks, the apartment a counter, and both the same menu', () => {
  const restaurants = readRestaurants('restaurants')
  const office = restaurants.get('office')
  const apartment = restaurants.get('apartment')
  assert.deepEqual([office?.service, office?.cooks], ['queue', 3])
  assert.equal(apartment?.service, 'counter')
  assert.deepEqual(apartment?.menu, office?.menu)
})

test('the menu starts with six nuggets, and everything on it has a price, a cook time and a picture', () => {
  const menu = readRestaurants('restaurants').get('office')?.menu ?? []
  assert.equal(menu[0]?.id, 'nuggets-6')
  assert.ok(menu.length >= 8)
  for (const { id, price, cookSeconds, picture } of menu) {
    assert.ok(price > 0, id)
    assert.ok(cookSeconds >= 2 && cookSeconds <= 20, id)
    assert.ok(existsSync(join('public', picture)), picture)
  }
})

test('a restaurant is added by adding a file; what it leaves out has a default', () => {
  const corner = readRestaurants(folderWith({ 'corner.json': good })).get('corner')
  assert.equal(corner?.readyMinutes, 10)
  assert.deepEqual(corner?.numbers, { upTo: 999 })
})

test('a language may be rare, and written as its people write it', () => {
  const languages = ['lld', 'zh-Hant-TW', 'de-AT', 'es-419']
  const corner = readRestaurants(folderWith({ 'corner.json': { ...good, languages } })).get('corner')
  assert.deepEqual(corner?.languages, languages)
})

for (const [what, files, message] of [
  [
    'a service that is neither',
    { 'corner.json': { ...good, service: 'drive-in' } },
    /corner\.json: service: /,
  ],
  ['no cooks', { 'corner.json': { ...good, cooks: 0 } }, /corner\.json: cooks: /],
  [
    'an unknown time zone',
    { 'corner.json': { ...good, timeZone: 'Mars/Base' } },
    /corner\.json: timeZone: must be an IANA/,
  ],
  [
    'a currency that is a sign',
    { 'corner.json': { ...good, currency: '€' } },
    /corner\.json: currency: must be an ISO 4217/,
  ],
  [
    'a currency that nobody pays with',
    { 'corner.json': { ...good, currency: 'EUX' } },
    /corner\.json: currency: must be an ISO 4217/,
  ],
  [
    'a language tag that no browser takes',
    { 'corner.json': { ...good, languages: ['en', 'en-a'] } },
    /corner\.json: languages\.1: must be a BCP 47/,
  ],
  [
    'a language by its name',
    { 'corner.json': { ...good, languages: ['english'] } },
    /corner\.json: languages\.0: must be a BCP 47/,
  ],
  [
    'no language',
    { 'corner.json': { ...good, languages: [] } },
    /corner\.json: languages: must name at least one/,
  ],
  ['an unknown field', { 'corner.json': { ...good, waiters: 3 } }, /corner\.json: .*waiters/],
  [
    'a price in halves',
    { 'corner.json': { ...good, menu: [{ ...good.menu[0], price: 1.5 }] } },
    /corner\.json: menu\.0\.price: /,
  ],
  [
    'an item twice',
    { 'corner.json': { ...good, menu: [good.menu[0], good.menu[0]] } },
    /corner\.json: menu\.1\.id: tea stands on the menu twice/,
  ],
  [
    'no name',
    { 'corner.json': { ...good, name: undefined } },
    /corner\.json: name: is missing; it must be text/,
  ],
  [
    'no service',
    { 'corner.json': { ...good, service: undefined } },
    /corner\.json: service: is missing; it must be "queue" or "counter"$/,
  ],
  ['cooks in words', { 'corner.json': { ...good, cooks: 'two' } }, /corner\.json: cooks: must be a number$/],
  ['half a cook', { 'corner.json': { ...good, cooks: 1.5 } }, /corner\.json: cooks: must be a whole number$/],
  ['too many cooks', { 'corner.json': { ...good, cooks: 101 } }, /corner\.json: cooks: must be at most 100$/],
  [
    'a name of no letters',
    { 'corner.json': { ...good, name: '' } },
    /name: must be at least 1 character long$/,
  ],
  ['a menu that is no list', { 'corner.json': { ...good, menu: {} } }, /corner\.json: menu: must be a list/],
  [
    'a file that holds a list',
    { 'corner.json': [good] },
    /corner\.json: the file: must be fields, in \{ \}$/,
  ],
  [
    'a picture of another server',
    { 'corner.json': withPicture('//elsewhere.example/tea.svg') },
    /corner\.json: menu\.0\.picture: must be a path below public/,
  ],
  [
    'a picture outside public/',
    { 'corner.json': withPicture('/../package.json') },
    /corner\.json: menu\.0\.picture: must be a path below public/,
  ],
  [
    'a picture that is not there',
    { 'corner.json': withPicture('/menu/tea.svg') },
    /corner\.json: menu\.0\.picture: there is no file public\/menu\/tea\.svg$/,
  ],
  [
    'a folder as a picture',
    { 'corner.json': withPicture('/menu') },
    /corner\.json: menu\.0\.picture: there is no file/,
  ],
  [
    'a picture of the shared menu that is not there',
    { 'menu.json': withPicture('/menu/tea.svg').menu, 'corner.json': good },
    /menu\.json: 0\.picture: there is no file public\/menu\/tea\.svg$/,
  ],
  ['no menu anywhere', { 'corner.json': { ...good, menu: undefined } }, /corner\.json: menu is missing/],
  ['a name that is an address of ours', { 'api.json': good }, /api\.json: .*none of api/],
  ...[TALE.slug, APARTMENT, OFFICE].map(
    slug =>
      [
        `the name ${slug}, which is the tale’s,`,
        { [`${slug}.json`]: good },
        /: the file's name becomes/,
      ] as const,
  ),
  ['no restaurant at all', {}, /no restaurant here/],
] as const) {
  test(`${what} is told with the file and the field`, () => {
    assert.throws(
      () => readRestaurants(folderWith(files)),
      (error: unknown) => {
        assert.ok(error instanceof Error)
        assert.match(error.message, message)
        assert.equal(error.message.split('\n').length, 1)
        return true
      },
    )
  })
}

test('a file that is not JSON is told by its name, in one line', () => {
  const dir = folderWith({})
  writeFileSync(join(dir, 'corner.json'), '{\n  "name": "Corner"\n  "cooks": 2\n}\n')
  assert.throws(() => readRestaurants(dir), /^Error: [^\n]*corner\.json: not valid JSON[^\n]*$/)
})

test('a byte order mark before a file is no part of it', () => {
  const dir = folderWith({})
  writeFileSync(join(dir, 'corner.json'), `\uFEFF${JSON.stringify(good)}`)
  assert.equal(readRestaurants(dir).get('corner')?.name, 'Corner')
})

test('a folder is no restaurant, whatever its name', () => {
  const dir = folderWith({ 'corner.json': good })
  mkdirSync(join(dir, 'old.json'))
  assert.deepEqual([...readRestaurants(dir).keys()], ['corner'])
})

test('a file that cannot be read is told by its name', () => {
  const dir = folderWith({})
  symlinkSync(join(dir, 'nowhere'), join(dir, 'corner.json'))
  assert.throws(() => readRestaurants(dir), /corner\.json: cannot be read/)
})

function withPicture(picture: string) {
  return { ...good, menu: [{ ...good.menu[0], picture }] }
}

function folderWith(files: Record<string, object>): string {
  const dir = mkdtempSync(join(tmpdir(), 'restaurants-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), JSON.stringify(content))
  return dir
}
