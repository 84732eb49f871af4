import type { Check } from './check.ts'
import { pwd2 } from './passwords/pwd2-long-passphrase.ts'

/** Every check, listed once. */
export const checks: Check[] = [pwd2]

/** The check of that id; throws when there is none. */
export function checkOf(id: string): Check {
  const check = checks.find((check) => check.id === id)
  if (!check) throw new Error(`conformance/checks/index.ts has no check "${id}".`)
  return check
}
