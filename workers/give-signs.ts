const SIGN_EVERY_MS = 2_000

/** Tells whoever started this process, for as long as it is not stuck, that it lives. Without a channel to them it tells nobody. */
export function giveSigns(): void {
  giveSign()
  setInterval(giveSign, SIGN_EVERY_MS).unref()
}

function giveSign(): void {
  // Without somewhere to go, the error of a channel that has just closed would end the process.
  if (process.connected) process.send?.('alive', () => {})
}
