import type { Person } from './rush.ts'

type Standing = { customer: Person; reach: (clerk: number) => void }

/** One line and some clerks, each of whom serves one customer at a time: first come, first served. */
export class CashDesk {
  readonly clerks: (Person | null)[]
  #standing: Standing[] = []

  constructor(clerks: number) {
    this.clerks = Array(clerks).fill(null)
  }

  get line(): Person[] {
    return this.#standing.map(({ customer }) => customer)
  }

  /** Resolves with the clerk whose turn it is to serve; with null when `signal` aborts before, and then out of the line. */
  stand(customer: Person, signal: AbortSignal): Promise<number | null> {
    const { promise, resolve } = Promise.withResolvers<number | null>()
    const standing = { customer, reach: resolve }
    this.#standing.push(standing)
    const leave = () => {
      this.#standing = this.#standing.filter(other => other !== standing)
      resolve(null)
    }
    signal.addEventListener('abort', leave, { once: true })
    if (signal.aborted) leave()
    this.#callNext()
    return promise.finally(() => signal.removeEventListener('abort', leave))
  }

  free(clerk: number): void {
    this.clerks[clerk] = null
    this.#callNext()
  }

  #callNext(): void {
    const clerk = this.clerks.indexOf(null)
    const next = clerk === -1 ? undefined : this.#standing.shift()
    if (!next) return
    this.clerks[clerk] = next.customer
    next.reach(clerk)
  }
}
