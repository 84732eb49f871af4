import type { Check } from '../checks/check.ts'
import { CheckError } from '../errors.ts'
import type { Acceptance } from '../report/acceptance.ts'

/**
 * Finds out before a run whether each check exists that a profile leaves out.
 * @throws CheckError `profile-invalid`
 */
export function proveLeftOut(
  leftOut: Readonly<Record<string, string>> = {},
  checks: readonly Pick<Check, 'id'>[],
  file: string,
): void {
  const unknown = Object.keys(leftOut).find((name) => !checks.some(({ id }) => id === name))
  if (unknown === undefined) return
  const example = checks[0]?.id
  throw new CheckError(
    'profile-invalid',
    `In the profile ${file}, leaveOut["${unknown}"] is not known: name a check, such as "${example}".`,
  )
}

/**
 * Finds out before a run whether each check and claim exists that a profile accepts to fail, and whether it says which of several
 * differences it means.
 * @throws CheckError `profile-invalid`, naming what there is instead
 */
export function proveAcceptedChecks(
  acceptances: readonly Acceptance[],
  checks: readonly Pick<Check, 'id' | 'claims'>[],
  file: string,
): void {
  const named = acceptances.flatMap(({ of, seen }) => of.map((name) => ({ name, seen })))
  for (const { name, seen } of named.filter(({ name }) => !name.includes('/'))) {
    const whole = checks.find(({ id }) => id === name)
    if (whole) {
      proveOneDifference(whole, seen, file)
      continue
    }
    const check = checks.find(({ id }) => name.startsWith(`${id}.`))
    if (check && name.slice(check.id.length + 1) in check.claims) continue
    const instead = check
      ? `${check.id} claims ${Object.keys(check.claims).join(', ')}`
      : `name a check, such as "${checks[0]?.id}", or one of its claims`
    throw new CheckError(
      'profile-invalid',
      `In the profile ${file}, accept["${name}"] is not known: ${instead}.`,
    )
  }
}

/** Of a check with several claims, another one may fail tomorrow. */
function proveOneDifference(
  { id, claims }: Pick<Check, 'id' | 'claims'>,
  seen: Acceptance['seen'],
  file: string,
) {
  const [first, ...others] = Object.keys(claims)
  if (others.length === 0 || seen !== undefined) return
  throw new CheckError(
    'profile-invalid',
    `In the profile ${file}, accept["${id}"] covers every claim of ${id}: name the one that you mean, such as "${id}.${first}", or say what is seen: { reason, seen }. It claims ${[first, ...others].join(', ')}.`,
  )
}
