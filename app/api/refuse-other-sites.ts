import { environment } from '#orders/environment.ts'
import { problem } from './problem.ts'
import { Refuse } from './problem-of.ts'

/**
 * A page of another site must not order or collect in the name of who looks at it. Browsers tell where a request comes from: by
 * `Sec-Fetch-Site`, or, over plain http, by `Origin` alone. Programs that are no browsers send neither, and pass.
 */
export function refuseOtherSites({ headers }: Request): void {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site === null ? origin === null || isOurs(origin, headers) : site === 'same-origin' || site === 'none')
    return
  throw new Refuse(
    problem('cross-site', {
      detail:
        'Nothing was done. Send it from a page of this server; behind a proxy, set PUBLIC_URL to its address.',
    }),
  )
}

/** Only the host is compared: which protocol a proxy was asked by is not known here. Believed proxies may tell of the host. */
function isOurs(origin: string, headers: Headers): boolean {
  const host = URL.parse(origin)?.host
  if (!host) return false
  const { publicUrl } = environment()
  return [
    headers.get('host'),
    headers.get('x-forwarded-host')?.split(',').at(-1)?.trim(),
    publicUrl && new URL(publicUrl).host,
  ].includes(host)
}
