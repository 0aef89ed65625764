/** A length in a picture, whose unit is a sixteenth of a rem: so it grows with the letters around it. */
export function rem(units: number): string {
  return `${units / 16}rem`
}
