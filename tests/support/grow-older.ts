import type { Redis } from 'ioredis'
import type { Restaurant } from '#orders/restaurant.ts'
import { run, script } from '#orders/script.ts'

/** Everything that was written down is moved into the past, and what would have expired by then is gone. */
const GROW_OLDER = script(`
local ms = tonumber(ARGV[1])
local earlier = string.format('%.0f', -ms)
local function later(text) return string.format('%.0f', tonumber(text) - ms) end

for _, key in ipairs(call('KEYS', queue .. string.rep('[0-9a-f]', 32))) do
  for _, field in ipairs({ 'timestamp', 'processedOn', 'finishedOn', 'collectedAt' }) do
    if call('HEXISTS', key, field) == 1 then call('HINCRBY', key, field, earlier) end
  end
  local left = call('PTTL', key)
  if left > ms then call('PEXPIRE', key, left - ms) elseif left >= 0 then call('DEL', key) end
end

for _, state in ipairs({ 'completed', 'failed' }) do
  for _, id in ipairs(call('ZRANGE', queue .. state, 0, -1)) do call('ZINCRBY', queue .. state, earlier, id) end
end

local numbers = call('HGETALL', restaurant .. ':numbers')
for index = 1, #numbers, 2 do
  local untilMs = string.match(numbers[index + 1], '^until (%d+)$')
  if untilMs then call('HSET', restaurant .. ':numbers', numbers[index], 'until ' .. later(untilMs)) end
end
local allHeldUntil = call('HGET', restaurant .. ':book', 'allHeldUntil')
if allHeldUntil then call('HSET', restaurant .. ':book', 'allHeldUntil', math.max(0, tonumber(later(allHeldUntil)))) end
`)

/** For tests of what takes hours: as if `ms` had passed. */
export async function growOlder(redis: Redis, restaurant: Restaurant, ms: number): Promise<void> {
  await run(redis, GROW_OLDER, restaurant, ms)
}
