import type { Stage } from '../stages.ts'

/**
 * The documentation (log-in): at the first login the account must be secured with a second factor; later the enrolled one
 * is asked for. Answers where the right password leads; `in` would be: no second factor at all.
 */
export function requireSecondFactor({ app, keys }: { app: boolean; keys: number }): Stage {
  if (app) return 'verify-app'
  return keys > 0 ? 'verify-key' : 'enrol'
}
