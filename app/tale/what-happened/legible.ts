/** What was sent or answered as JSON, a line for each item of a list; what is no JSON, as it came. */
export function legible(body: string): string {
  try {
    return spread(JSON.parse(body))
  } catch {
    return `${body} …`
  }
}

function spread(value: unknown): string {
  if (Array.isArray(value)) return block('[]', value.map(inLine), '  ')
  if (!isObject(value)) return inLine(value)
  return block(
    '{}',
    Object.entries(value).map(
      ([name, said]) => `${inLine(name)}: ${Array.isArray(said) ? spread(said) : inLine(said)}`,
    ),
    ' ',
  )
}

function block([open, close]: string, lines: string[], indent: string): string {
  if (lines.length === 0) return `${open}${close}`
  return `${open}\n${lines.map(line => `${indent}${line}`).join(',\n')}\n${indent.slice(1)}${close}`
}

/** With a space after each comma and colon, so that a long line can be broken. */
function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([name, said]) => `${inLine(name)}: ${inLine(said)}`)
    .join(', ')}}`
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
