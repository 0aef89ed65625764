/** Runs once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { openDoor } = await import('#app/door/open-door.ts')
    const { openRestaurant } = await import('#orders/open-restaurant.ts')
    openDoor()
    await openRestaurant()
  }
}
