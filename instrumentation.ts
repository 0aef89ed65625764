/** Runs once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { openRestaurant } = await import('#orders/open-restaurant.ts')
    await openRestaurant()
  }
}
