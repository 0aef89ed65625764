/** None: without this file Next.js would take the one of the project around, and its door with it. */
export function register(): void {}
