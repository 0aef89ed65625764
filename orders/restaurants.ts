import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { environment } from './environment.ts'
import { Menu, type Restaurant, RestaurantFile } from './restaurant.ts'

const SHARED_MENU = 'menu.json'

/** First segments of addresses that are not a restaurant's. */
export const RESERVED = ['api', 'display', 'kiosk', 'menu', 'problems', 'tale']

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
  const sharedMenu = files.includes(SHARED_MENU) ? readFile(dir, SHARED_MENU, Menu) : undefined

  const found = files.filter(file => file !== SHARED_MENU).map(file => readRestaurant(dir, file, sharedMenu))
  if (found.length === 0) throw new Error(`${dir}: no restaurant here; add a file like office.json`)
  return new Map(found.map(restaurant => [restaurant.slug, restaurant]))
}

function listFiles(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter(file => file.endsWith('.json'))
      .sort()
  } catch {
    throw new Error(`RESTAURANTS_DIR: cannot read the folder ${dir}`)
  }
}

function readRestaurant(dir: string, file: string, sharedMenu: Restaurant['menu'] | undefined): Restaurant {
  const slug = file.slice(0, -'.json'.length)
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(slug) || RESERVED.includes(slug)) {
    throw new Error(
      `${join(dir, file)}: the file's name becomes the address: use lower-case letters, digits and hyphens, and none of ${RESERVED.join(', ')}`,
    )
  }

  const { menu = sharedMenu, ...facts } = readFile(dir, file, RestaurantFile)
  if (!menu) throw new Error(`${join(dir, file)}: menu is missing, and there is no ${SHARED_MENU} to share`)
  return { slug, ...facts, menu }
}

function readFile<Schema extends z.ZodType>(dir: string, file: string, schema: Schema): z.infer<Schema> {
  const path = join(dir, file)
  const parsed = schema.safeParse(parseJson(path))
  if (parsed.success) return parsed.data

  const [issue] = parsed.error.issues
  throw new Error(`${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`)
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path}: not valid JSON (${error instanceof Error ? error.message : error})`)
  }
}
