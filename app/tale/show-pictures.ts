/** On a phone the pictures of both restaurants, which are headed, fill the screen: takes the reader to the first, or to where the one begins. Says whether it did. */
export function showPictures(view: Element): boolean {
  const isPhone = matchMedia('(width < 40rem)').matches
  if (isPhone) (view.querySelector('h3') ?? view).scrollIntoView()
  return isPhone
}
