import type { Pack } from '../../machines/model/pack.ts'
import type { Check } from '../checks/check.ts'
import { checksFor } from '../checks/index.ts'
import { groupOf } from '../checks/render-readme.ts'
import { CheckError } from '../errors.ts'
import { choiceAmong } from '../names.ts'

/** What the call says of checks. */
export interface WantedChecks {
  /** Ids, in any case. */
  check?: string[]
  /** `false` for `--no-checks`. */
  checks?: boolean
  /** Flows or transitions that were asked for. Without checks, they are all that is wanted. */
  flow?: string[]
  transition?: string[]
}

/**
 * The checks that are wanted: those that were named, by id or by group (`LNK`); else all, unless flows were named or checks declined.
 * @throws CheckError `unknown-check`, naming those there are
 */
export function findChecks(
  packs: readonly Pack[],
  { check: ids, checks: all = true, flow, transition }: WantedChecks,
): readonly Check[] {
  const known = checksFor(packs)
  if (!ids?.length) return all && !flow?.length && !transition?.length ? known : []
  const wanted = ids.flatMap((id) => {
    const found = known.filter((check) => [check.id, groupOf(check)].some((name) => sameName(name, id)))
    if (found.length > 0) return found
    const names = known.map((check) => check.id)
    throw new CheckError('unknown-check', `There is no check "${id}": ${choiceAmong(id, names)}.`)
  })
  return [...new Set(wanted)]
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Whether nothing is left out on purpose. */
export const wantsEverything = ({ check, checks = true, flow, transition }: WantedChecks): boolean =>
  checks && !check?.length && !flow?.length && !transition?.length

/** Whether flows are walked: not when nothing but checks was named. */
export const wantsFlows = ({ check, flow, transition }: WantedChecks): boolean =>
  !check?.length || Boolean(flow?.length || transition?.length)
