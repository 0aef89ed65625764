/** Imported before a program, it makes its machine's clock eleven minutes fast. */
const now = Date.now
Date.now = () => now() + 11 * 60_000
