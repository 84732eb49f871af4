import type { Check } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { CheckError } from '../errors.ts'

/** What the call says of checks. */
export interface WantedChecks {
  /** Ids, in any case. */
  check?: string[]
  /** `false` for `--no-checks`. */
  checks?: boolean
  /** Flows or transitions that were asked for: alone, they are all that is wanted. */
  flow?: string[]
  transition?: string[]
}

/**
 * The checks that are wanted: those that were named; else all, unless flows were named or checks declined.
 * @throws CheckError `unknown-check`, naming those there are
 */
export function findChecks({ check: ids, checks: all = true, flow, transition }: WantedChecks): Check[] {
  if (!ids?.length) return all && !flow?.length && !transition?.length ? checks : []
  return [...new Set(ids.map((id) => id.toUpperCase()))].map((wanted) => {
    const found = checks.find(({ id }) => id === wanted)
    if (found) return found
    const known = checks.map(({ id }) => id).join(', ')
    throw new CheckError('unknown-check', `There is no check "${wanted}": choose among ${known}.`)
  })
}

/** Whether flows are walked: not when nothing but checks was named. */
export const wantsFlows = ({ check, flow, transition }: WantedChecks): boolean =>
  !check?.length || Boolean(flow?.length || transition?.length)
