import type { Check } from './check.ts'
import { pwd1 } from './passwords/pwd1-short-password-refused.ts'
import { pwd2 } from './passwords/pwd2-long-passphrase.ts'
import { pwd3 } from './passwords/pwd3-every-character-counts.ts'
import { pwd4 } from './passwords/pwd4-no-composition-rule.ts'
import { pwd5 } from './passwords/pwd5-well-known-password-refused.ts'
import { pwd6 } from './passwords/pwd6-names-in-password-refused.ts'
import { pwd7 } from './passwords/pwd7-password-managers-work.ts'
import { pwd8 } from './passwords/pwd8-unicode-normalised.ts'
import { pwd9 } from './passwords/pwd9-change-needs-current-password.ts'
import { rate1 } from './passwords/rate1-guessing-is-limited.ts'
import { rate2 } from './passwords/rate2-nobody-is-locked-out-for-good.ts'

/** Every check, listed once. */
export const checks: Check[] = [pwd1, pwd2, pwd3, pwd4, pwd5, pwd6, pwd7, pwd8, pwd9, rate1, rate2]

/** The check of that id; throws when there is none. */
export function checkOf(id: string): Check {
  const check = checks.find((check) => check.id === id)
  if (!check) throw new Error(`conformance/checks/index.ts has no check "${id}".`)
  return check
}
