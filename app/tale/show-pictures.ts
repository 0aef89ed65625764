/** On a phone the pictures of both restaurants, which are headed, fill the screen: takes the reader to the first. Says whether it did. */
export function showPictures(view: Element): boolean {
  const first = matchMedia('(width < 40rem)').matches && view.querySelector('h3')
  if (first) first.scrollIntoView()
  return Boolean(first)
}
