/** Up to so many orders are looked at one by one; what must be taken after them counts as work that all cooks share. */
const MOST_ONE_BY_ONE = 100

/** Between two orders a cook needs a moment, and so does whoever is told to come back: better a moment late than early. */
const A_MOMENT_MS = 150

/**
 * Lua: `untilRoom(enough, speed)` is what there is to cook until the order that waits longest is one before which no more than `enough` was
 * ever placed: a list of what is left of each order, in milliseconds, first of those in hand and then of those that must be taken, next first;
 * and what must be taken after these. It looks at no order behind the one that makes room, and is for a line that is full.
 */
export const UNTIL_ROOM = `
-- From the first portion on that is not written down as done. Of that one the time since counts too, while it is in hand.
local function workLeft(id, speed)
  local order = call('HMGET', queue .. id, 'data', 'progress', 'processedOn', 'progressAt')
  local done = tonumber(string.match(order[2] or '', '"done":(%d+)')) or 0
  local left, portion = 0, nil
  for _, item in ipairs(order[1] and cjson.decode(order[1]).items or {}) do
    local portions = math.max(0, item.quantity - done)
    done = math.max(0, done - item.quantity)
    if portions > 0 then portion = portion or item.cookSeconds * 1000 end
    left = left + portions * item.cookSeconds * 1000
  end
  local since = math.max(tonumber(order[3]) or now, tonumber(order[4]) or 0)
  return left - math.max(0, math.min(portion or 0, (now - since) * speed))
end

local function untilRoom(enough, speed)
  local works = {}
  for _, id in ipairs(call('LRANGE', queue .. 'active', 0, -1)) do works[#works + 1] = workLeft(id, speed) end
  for index = -1, -1000, -1 do
    local id = call('LINDEX', queue .. 'wait', index)
    if not id then break end
    local order = call('HMGET', queue .. id, 'workBefore', 'processedOn')
    -- One that was tried before stands at the head out of turn.
    local before = not order[2] and tonumber(order[1])
    if before and before >= enough then break end
    if before and index < -${MOST_ONE_BY_ONE} then
      local youngest = call('HGET', queue .. call('LINDEX', queue .. 'wait', 0), 'workBefore')
      return works, math.min(enough, tonumber(youngest)) - before
    end
    works[#works + 1] = workLeft(id, 0)
  end
  return works, 0
end
`

/**
 * Until the last of `works` is taken, when each cook has one at a time, takes the next as soon as it is done, and all begin now; or, with more
 * work after them, until that is taken too. In the unit of `works`.
 */
export function untilTaken(cooks: number, works: number[], workAfter = 0): number {
  const freeAt: number[] = Array(cooks).fill(0)
  let takenAt = 0
  for (const work of works) {
    takenAt = Math.min(...freeAt)
    freeAt[freeAt.indexOf(takenAt)] = takenAt + work
  }
  return workAfter > 0 ? untilShared(freeAt, workAfter) : takenAt
}

/** Until `work` is done by all who are free by then. */
function untilShared(freeAt: number[], work: number): number {
  let sum = work
  let sharers = 0
  for (const at of freeAt.toSorted((one, other) => one - other)) {
    if (sharers > 0 && sum / sharers <= at) break
    sum += at
    sharers += 1
  }
  return sum / sharers
}

/** What a customer is told, in whole seconds. */
export function comeBackAfter(ms: number): number {
  return Math.ceil((ms + A_MOMENT_MS) / 1000)
}
