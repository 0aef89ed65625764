/** A kitchen that was silent for so long counts as stopped. */
export const KITCHEN_SILENT_MS = 10_000

/** Lua: `livingCooks()` is how many cooks there are in the kitchens that showed life lately. */
export const LIVING_COOKS = `
local function livingCooks()
  local total = 0
  for _, kitchen in ipairs(call('ZRANGEBYSCORE', restaurant .. ':kitchens', now - ${KITCHEN_SILENT_MS}, '+inf')) do
    total = total + tonumber(string.match(kitchen, '^(%d+)'))
  end
  return total
end
`
