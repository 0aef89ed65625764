const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** "no customers", "one customer", "40 customers": so that a count is not taken for an order's number. */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${SMALL[many] ?? many} ${many === 1 ? one : more}`
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
