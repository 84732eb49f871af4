import { mentions } from '../page/mentions.ts'
import type { Exchange, Verdict } from './result.ts'

/** Something that a profile accepts to be otherwise. */
export interface Acceptance {
  /** As the profile has it: `log-in.3`, `log-in/password/password.wrong`, `SES3` or `SES3.name`. */
  name: string
  reason: string
  /** Words of what is seen, in any case, or an expression that they match. */
  seen?: string | RegExp | undefined
  /** The last day on which it is accepted, `YYYY-MM-DD`. */
  until?: string | undefined
  /** What it is about: transitions as `<flow>/<transition>`, checks and their claims. */
  of: readonly string[]
}

/** The acceptance of the first of these names that has one: the closest comes first. */
export const acceptanceOf = (
  acceptances: readonly Acceptance[] | undefined,
  ...names: string[]
): Acceptance | undefined =>
  names.flatMap((name) => acceptances?.find(({ of }) => of.includes(name)) ?? [])[0]

/** What was seen where something did not pass. */
export interface Difference {
  verdict: Verdict
  reason?: string | undefined
  observed?: readonly string[]
  url?: string | undefined
  wire?: readonly Exchange[] | undefined
  wrongSession?: true | undefined
}

/** The day of a time, in UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/**
 * Why an acceptance does not cover what was seen, in one sentence; `undefined` where it does. It covers only what failed, never
 * another verdict: there nothing was seen that could be accepted.
 * @param today `YYYY-MM-DD`
 */
export function whyNotCovered(
  { name, reason, seen, until }: Acceptance,
  difference: Difference,
  today: string,
): string | undefined {
  const { wrongSession, observed = [] } = difference
  if (wrongSession) return `\`accept\` of ${name} does not cover a difference in who is signed in.`
  if (isUnanswered(difference)) return `\`accept\` of ${name} does not cover a target that does not answer.`
  if (until !== undefined && today > until)
    return `It was accepted until ${until} (“${reason}”), and that day is over.`
  if (seen !== undefined && ![difference.reason ?? '', ...observed].some((text) => mentions(text, seen)))
    return `What was seen is not what \`accept\` of ${name} describes: ${seen instanceof RegExp ? seen : `“${seen}”`}.`
  return undefined
}

/** Whether there is an acceptance, and it covers what failed. */
export const isCovered = (
  acceptance: Acceptance | undefined,
  difference: Difference,
  today: string,
): boolean =>
  acceptance !== undefined &&
  difference.verdict === 'failed' &&
  whyNotCovered(acceptance, difference, today) === undefined

/** `Accepted until 2027-03-31: the old proxy adds it.` */
export const acceptedInWords = ({ reason, until }: Pick<Acceptance, 'reason' | 'until'>): string =>
  `Accepted${until === undefined ? '' : ` until ${until}`}: ${reason}`

/** Statuses of a target that has no time now, or of a gateway before it (RFC 9110 sections 15.6.3 to 15.6.5). */
export const UNAVAILABLE = [502, 503, 504]

function isUnanswered({ url = '', wire = [] }: Difference): boolean {
  if (url.startsWith('chrome-error:')) return true
  return wire.some(
    ({ type, failure, status = 0 }) =>
      type === 'document' &&
      // A page that is left before it has come is given up, and no fault.
      ((failure !== undefined && failure !== 'net::ERR_ABORTED') || UNAVAILABLE.includes(status)),
  )
}
