import { join } from 'node:path'

/** The least that Next.js can do, to measure against. Its packages are Nugget's. */
export default {
  turbopack: { root: join(import.meta.dirname, '../..') },
  typescript: { ignoreBuildErrors: true },
}
