import { z } from 'zod'

/** In a browser, schemas try whether they may be compiled, which the page's own policy forbids and reports. Imported before any schema. */
z.config({ jitless: typeof window !== 'undefined' })
