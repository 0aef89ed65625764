/**
 * Lua: the cashier's book, the hash `{office}:book`. All that placing an order must know of the orders before:
 * `secret` makes ids unguessable, `paused` stops the intake, `last`, `beyond` and `allHeldUntil` are how far the numbers are,
 * `placed` and `placedWork` count the orders ever placed and their cooking in milliseconds.
 * `openBook(secret)` reads it, with this secret where there was none; `closeBook` writes it down.
 */
export const BOOK = `
local function openBook(secret)
  local line = call('HMGET', restaurant .. ':book',
    'secret', 'paused', 'last', 'beyond', 'allHeldUntil', 'placed', 'placedWork')
  return {
    secret = line[1] or secret, paused = line[2], last = tonumber(line[3]) or 0, beyond = tonumber(line[4]) or 0,
    allHeldUntil = tonumber(line[5]) or 0, placed = tonumber(line[6]) or 0, placedWork = tonumber(line[7]) or 0
  }
end

local function closeBook(book)
  call('HSET', restaurant .. ':book', 'secret', book.secret, 'last', book.last, 'beyond', book.beyond,
    'allHeldUntil', string.format('%.0f', book.allHeldUntil), 'placed', book.placed,
    'placedWork', string.format('%.0f', book.placedWork))
end
`
