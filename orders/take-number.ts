/** A number stays out of use this long after its order was collected or left the wall: someone may still call it theirs. */
export const NUMBER_HELD_MS = 30 * 60_000

/**
 * Lua: `takeNumber(book, upTo, readyMs)` is the next number that nobody may still hold. It reads and changes
 * `last`, `beyond` and `allHeldUntil` of the cashier's book, which the caller writes down.
 *
 * `{office}:numbers` maps each number to the order that has it, or to `until <ms>` once that was collected.
 * They run 1, 2, 3 … `upTo` and start over, past those held. When all are held they go on past the top;
 * then a whole round was looked at, and as no number can come free before `allHeldUntil`, no round is made until then:
 * so a number costs a step or two, also on the busiest day.
 */
export const TAKE_NUMBER = `
local HELD_MS = ${NUMBER_HELD_MS}
local FOREVER = math.huge
local numbers = restaurant .. ':numbers'

local function heldUntil(number, readyMs)
  local holder = call('HGET', numbers, number)
  if not holder then return nil end

  local free = tonumber(string.match(holder, '^until (%d+)$'))
  if not free then
    local job = call('HMGET', queue .. holder, 'number', 'finishedOn')
    if not job[1] then return nil end
    if not job[2] or call('ZSCORE', queue .. 'failed', holder) then return FOREVER end
    free = tonumber(job[2]) + readyMs + HELD_MS
  end
  return free > now and free or nil
end

-- Numbers past the top are forgotten from above, a few with each order, once nobody holds them.
local function forgetNumbersPastTheTop(book, upTo, readyMs)
  for _ = 1, 20 do
    if book.beyond <= upTo or heldUntil(book.beyond, readyMs) then break end
    call('HDEL', numbers, book.beyond)
    book.beyond = book.beyond - 1
  end
end

local function takeNumber(book, upTo, readyMs)
  book.beyond = math.max(book.beyond, upTo)

  if now >= book.allHeldUntil then
    local earliest = now + HELD_MS
    for step = 0, upTo - 1 do
      local number = (book.last + step) % upTo + 1
      local held = heldUntil(number, readyMs)
      if not held then
        book.last = number
        forgetNumbersPastTheTop(book, upTo, readyMs)
        return number
      end
      earliest = math.min(earliest, held)
    end
    book.allHeldUntil = earliest
  end

  repeat book.beyond = book.beyond + 1 until not heldUntil(book.beyond, readyMs)
  return book.beyond
end
`
