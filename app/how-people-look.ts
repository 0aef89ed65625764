/** What the people in drawings wear and what they look like; a person takes each by their place. */
export const COATS = ['#5b3fd6', '#d9822b', '#0e7a4a', '#b5446e', '#2f6f9f', '#8f5300']
export const SKINS = ['#f1c9a5', '#8d5a3b', '#d9a47a', '#5f3b28']
export const HEIGHTS = [100, 92, 106, 88, 98, 110]

/** The `place`-th of `looks`, over and over. */
export function lookOf<T>(looks: readonly T[], place: number): T {
  const look = looks[place % looks.length]
  if (look === undefined) throw new Error('there is no look to choose from')
  return look
}
