import { environment } from '#orders/environment.ts'
import { lanAddress } from '#orders/lan-address.ts'
import { allRestaurants } from '#orders/restaurants.ts'

const LABEL_WIDTH = 22

/** Where the screens are, for the terminal. */
export function listScreens(port: number): string {
  const here = `http://localhost:${port}`
  const { publicUrl, tale } = environment()
  const elsewhere = publicUrl ?? inTheHouse(port)
  const screens = allRestaurants().flatMap(({ slug, service }) => [
    row(`  ${slug}, kiosk`, `${here}/${slug}/kiosk`),
    ...(service === 'queue' ? [row(`  ${slug}, wall`, `${here}/${slug}/display`)] : []),
  ])
  return [
    '',
    row('Nugget is open', here),
    ...screens,
    ...(tale ? [row('  the tale', `${here}/tale`)] : []),
    ...(elsewhere ? [row('  from other devices', elsewhere)] : []),
    'Ctrl-C closes it.',
    '',
  ].join('\n')
}

/** A phone cannot open `localhost`. */
function inTheHouse(port: number): string | undefined {
  const address = lanAddress()
  return address && `http://${address}:${port}`
}

function row(label: string, url: string): string {
  return `${label.padEnd(LABEL_WIDTH)}  ${url}`
}
