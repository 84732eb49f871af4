import type { Judged, Outcome } from '../report/result.ts'
import type { SignedInFacts } from '../session/signed-in.ts'

/** What the model says of the moment after a transition. */
export interface Expectation {
  /** Heading of the screen. */
  heading: string
  signedIn: boolean
  shows?: string | undefined
  refused?: true | undefined
  /** Why someone is logged in before the model logs them in, as the profile says it. */
  early?: string | undefined
  /** The control to be pressed that the profile says is absent; whether it is there all the same. */
  without?: { label: string; isThere: boolean } | undefined
  /** How the page is called that only people see who are logged in. Default: “the dashboard”. */
  protectedPage?: string | undefined
}

/** What was found at the target at that moment. */
export interface Facts extends SignedInFacts {
  /** What of the expected screen is not there. */
  missing: string[]
  /** The screen that is there, in words. */
  seen: string
  /** Whether the expected message was shown; as good as yes where none is expected. */
  said: boolean
  /** The message of another refusal that was shown in place of the expected one. */
  instead?: string | undefined
  /** What the page says now and did not say before, where the expected message is not among it. */
  news?: readonly string[] | undefined
  /** Whether what was to be pressed is disabled. */
  foundDisabled?: boolean | undefined
  /** Whether what the flow can change has changed; `undefined` if it was not compared. */
  changed?: boolean | undefined
}

export type Judgement = Judged & Pick<Outcome, 'expected' | 'observed' | 'wrongSession' | 'notOffered'>

/**
 * Whether a transition did what the model says. A refusal is proven by four facts: the model's screen is shown, the error is
 * shown, no session exists, and the protected page is still denied. If only the error is missing, the target was silent and
 * nothing is proven, because it may not even have read the form: that is `inconclusive`. The message of another refusal in its place
 * is a wrong one. Any other difference is `failed`.
 * Someone who is signed in stays signed in after a refusal; there, nothing may have changed. What the
 * profile says is not offered to them must not be there. Where the profile says that people
 * are logged in early, a session proves nothing and accuses nobody until the model logs them in.
 */
export function judge(
  { heading, signedIn, shows, refused, early, without, protectedPage = 'the dashboard' }: Expectation,
  facts: Facts,
): Judgement {
  const { missing, seen, said, session, dashboard, changed } = facts
  const expected = [
    `the screen “${heading}”`,
    ...(shows ? [`the message “…${shows}…”`] : []),
    signedIn
      ? `a session, and ${protectedPage} opens`
      : early
        ? `logged in already: ${early}`
        : `no session, and ${protectedPage} is denied`,
    ...(signedIn && refused ? ['nothing changed'] : []),
  ]
  const observed = [
    seen,
    ...(shows && !said ? ['no such message'] : []),
    `${sessionInWords(session)}, and ${protectedPage} ${dashboard === 'opens' ? 'opens' : 'is denied'}`,
    ...(changed === undefined ? [] : [changed ? 'something changed' : 'nothing changed']),
  ]
  const getsIn = session === true || dashboard === 'opens'
  const isOut = session === false || dashboard === 'denied'
  const verdictOf = (verdict: 'failed' | 'inconclusive', reason: string): Judgement => ({
    verdict,
    expected,
    observed,
    reason,
    ...((signedIn ? isOut : getsIn && !early) && { wrongSession: true as const }),
  })
  if (facts.contradicted)
    return verdictOf(
      'inconclusive',
      'The protected page opens in the browser, but `protectedPage.opens` of the profile denies it: whether someone is logged in is not known.',
    )
  if (!signedIn && getsIn && !early) {
    const how = session ? 'there is a session' : `${protectedPage} opens`
    return verdictOf(
      'failed',
      refused
        ? `It must be refused, but the person is logged in afterwards: ${how}.`
        : `The person must not be logged in yet, but is: ${how}.`,
    )
  }
  if (refused && changed) return verdictOf('failed', 'Something changed, although it was refused.')
  if (missing.length > 0) return verdictOf('failed', `Not there: ${missing.join(', ')}.`)
  if (signedIn && isOut) return verdictOf('failed', 'Nobody is signed in, although the login is over.')
  if (refused && without?.isThere)
    return verdictOf('inconclusive', `“${without.label}” is there, although the profile says that it is not.`)
  if (facts.instead !== undefined)
    return verdictOf('failed', `“…${facts.instead}…” is shown in place of the message “…${shows}…”.`)
  if (!said)
    return refused
      ? verdictOf('inconclusive', facts.foundDisabled ? mutely(shows) : silently(shows, facts.news))
      : verdictOf('failed', `The message “…${shows}…” is not shown.`)
  return { verdict: 'passed', expected, observed }
}

function silently(shows: string | undefined, [news]: readonly string[] = []) {
  const without = `Refused without the message “…${shows}…”`
  return news === undefined
    ? `${without}: silence proves nothing.`
    : `${without}, but “${news}” is new on the page. If that is how it is refused here, say so in \`messages\` of the screen: { '${shows}': '…' }.`
}

const mutely = (shows: string | undefined) =>
  `Not sent, for the button is disabled, and without the message “…${shows}…”. If that is how it is refused here, say so in \`messages\` of the screen: { '${shows}': { disabled: 'why' } }.`

function sessionInWords(session: boolean | undefined) {
  if (session === undefined) return 'the target cannot be asked for a session'
  return session ? 'a session' : 'no session'
}
