import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { environment } from './environment.ts'
import { plainWords } from './plain-words.ts'
import { Menu, type Restaurant, RestaurantFile } from './restaurant.ts'

const SHARED_MENU = 'menu.json'

/** First segments of addresses that are not a restaurant's. */
export const RESERVED = ['api', 'display', 'kiosk', 'menu', 'problems', 'tale']

/** Restaurants that no file describes. Before each rush the orders of `tale-office` are thrown away. */
const OF_THE_TALE = ['tale-apartment', 'tale-office']

let restaurants: Map<string, Restaurant> | undefined

/** Every restaurant of `RESTAURANTS_DIR`, by slug; read once. Throws one line that names the file and the field. */
export function allRestaurants(): Restaurant[] {
  restaurants ??= readRestaurants(environment().restaurantsDir)
  return [...restaurants.values()]
}

export function findRestaurant(slug: string): Restaurant | undefined {
  restaurants ??= readRestaurants(environment().restaurantsDir)
  return restaurants.get(slug)
}

/** Where the short ways lead, and whose wall the front door shows. */
export function firstWithQueue(): Restaurant | undefined {
  return allRestaurants().find(({ service }) => service === 'queue')
}

export function readRestaurants(dir: string): Map<string, Restaurant> {
  const files = listFiles(dir)
  const sharedMenu = files.includes(SHARED_MENU) ? readSharedMenu(dir) : undefined

  const found = files.filter(file => file !== SHARED_MENU).map(file => readRestaurant(dir, file, sharedMenu))
  if (found.length === 0) throw complaint(dir, 'no restaurant here; add a file like office.json')
  return new Map(found.map(restaurant => [restaurant.slug, restaurant]))
}

function listFiles(dir: string): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter(entry => entry.name.endsWith('.json') && !entry.isDirectory())
      .map(({ name }) => name)
      .sort()
  } catch {
    throw complaint('RESTAURANTS_DIR', `cannot read the folder ${dir}`)
  }
}

function readRestaurant(dir: string, file: string, sharedMenu: Restaurant['menu'] | undefined): Restaurant {
  const path = join(dir, file)
  const slug = file.slice(0, -'.json'.length)
  const taken = [...RESERVED, ...OF_THE_TALE]
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(slug) || taken.includes(slug)) {
    throw complaint(
      path,
      `the file's name becomes the address: use lower-case letters, digits and hyphens, and none of ${taken.join(', ')}`,
    )
  }

  const { menu: ownMenu, ...facts } = readFile(dir, file, RestaurantFile)
  const menu = ownMenu ?? sharedMenu
  if (!menu) throw complaint(path, `menu is missing, and there is no ${SHARED_MENU} to share`)
  if (ownMenu) demandPictures(path, ownMenu, 'menu.')
  return { slug, ...facts, menu }
}

function readSharedMenu(dir: string): Restaurant['menu'] {
  const menu = readFile(dir, SHARED_MENU, Menu)
  demandPictures(join(dir, SHARED_MENU), menu)
  return menu
}

function readFile<Schema extends z.ZodType>(dir: string, file: string, schema: Schema): z.infer<Schema> {
  const path = join(dir, file)
  const parsed = schema.safeParse(parseJson(path), { error: plainWords })
  if (parsed.success) return parsed.data

  const [issue] = parsed.error.issues
  throw complaint(path, `${issue?.path.join('.') || 'the file'}: ${issue?.message}`)
}

/** Some editors begin a file with a byte order mark, which is not JSON. */
function parseJson(path: string): unknown {
  const text = readText(path).replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw complaint(path, `not valid JSON (${error instanceof Error ? error.message : error})`)
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw complaint(path, `cannot be read (${error instanceof Error ? error.message : error})`)
  }
}

function demandPictures(path: string, menu: Restaurant['menu'], field = ''): void {
  for (const [index, { picture }] of menu.entries()) {
    const isThere = statSync(join('public', picture), { throwIfNoEntry: false })?.isFile()
    if (!isThere) throw complaint(path, `${field}${index}.picture: there is no file public${picture}`)
  }
}

/** One line, whatever a file or its name holds. */
function complaint(path: string, words: string): Error {
  return new Error(`${path}: ${words}`.replace(/\s+/g, ' '))
}
