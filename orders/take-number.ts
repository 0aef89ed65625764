/** A number stays out of use this long after its order was collected or left the wall: someone may still call it theirs. */
export const NUMBER_HELD_MS = 30 * 60_000

/**
 * Lua: `takeNumber(upTo, readyMs)` is the next number that nobody may still hold.
 *
 * `{office}:numbers` maps each number to the order that has it, or to `until <ms>` once that was collected.
 * They run 1, 2, 3 … `upTo` and start over, past those held. When all are held they go on past the top;
 * then a whole round was looked at, and as no number can come free before `allHeldUntil`, no round is made until then:
 * so a number costs a step or two, also on the busiest day.
 */
export const TAKE_NUMBER = `
local HELD_MS = ${NUMBER_HELD_MS}
local FOREVER = math.huge
local numbers, numbering = restaurant .. ':numbers', restaurant .. ':numbering'

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
local function forgetNumbersPastTheTop(upTo, readyMs)
  local beyond = tonumber(call('HGET', numbering, 'beyond') or upTo)
  if beyond <= upTo then return end
  for _ = 1, 20 do
    if beyond <= upTo or heldUntil(beyond, readyMs) then break end
    call('HDEL', numbers, beyond)
    beyond = beyond - 1
  end
  call('HSET', numbering, 'beyond', beyond)
end

local function takeNumber(upTo, readyMs)
  local state = call('HMGET', numbering, 'last', 'beyond', 'allHeldUntil')
  local last = tonumber(state[1]) or 0
  local beyond = math.max(tonumber(state[2]) or upTo, upTo)
  local allHeldUntil = tonumber(state[3]) or 0

  if now >= allHeldUntil then
    allHeldUntil = now + HELD_MS
    for step = 0, upTo - 1 do
      local number = (last + step) % upTo + 1
      local held = heldUntil(number, readyMs)
      if not held then
        call('HSET', numbering, 'last', number)
        forgetNumbersPastTheTop(upTo, readyMs)
        return number
      end
      allHeldUntil = math.min(allHeldUntil, held)
    end
  end

  repeat beyond = beyond + 1 until not heldUntil(beyond, readyMs)
  call('HSET', numbering, 'beyond', beyond, 'allHeldUntil', string.format('%.0f', allHeldUntil))
  return beyond
end
`
