import type { Edge } from '../../machines/model/edges.ts'
import type { StateMeta } from '../../machines/model/flow.ts'
import { inWords, type Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { Indistinct } from '../session/beyond.ts'
import { MOST_INTERLUDES, passInterlude } from '../session/interludes.ts'
import { observe } from '../session/observe.ts'
import { messagesAtTarget, namesAtTarget, overridesFor } from '../session/overrides.ts'
import { noteTook } from '../session/pace.ts'
import type { Session } from '../session/session.ts'
import { isIn, signedInFacts } from '../session/signed-in.ts'
import { throwIfUnnamed } from '../session/unnamed-home.ts'
import { isDisabling, isSilent, type Message } from '../targets/overrides.ts'
import type { Facts } from './judge.ts'
import { firstOther, firstSaid, isAskedFor, isInWords } from './said.ts'

const PAUSE = 50
/** Characters of a text that may be a message. */
const LONGEST = 160

export interface Found extends Facts {
  snapshot: Snapshot
}

/** What is looked for. */
interface Sought {
  edge: Edge
  signedIn: boolean
  /** Who performed the event: a message may be shown to them. */
  doer: Session
  /** What is said where something else is refused. */
  others?: readonly string[]
  /** Documented labels of the fields that they have typed something into, where the form that was sent may lack something. */
  typed?: readonly string[] | undefined
}

/**
 * Looks until a state's screen and message are there, or until patience ends, and then asks whether anybody is signed in.
 * @param baseline the last snapshot before any message was expected: what was there already is no message
 * @throws Indistinct where the profile does not tell the screen from the one before
 * @throws UnnamedHome where the profile does not tell what people see who are logged in
 */
export async function gather(
  session: Session,
  meta: StateMeta,
  { edge, signedIn, doer, others = [], typed }: Sought,
  baseline?: Snapshot,
): Promise<Found> {
  const { screen } = meta
  const { kind, heading } = session.screen(screen)
  const documented = edge.meta.shows
  const shows = documented && messagesAtTarget(session, screen, documented)
  const { context, arranged, page } = session
  // A product shows no message about a control that it does not offer.
  const isUnoffered = signedIn && edge.meta.refused === true && doer.without !== undefined
  const ask = async () => signedInFacts(session, await context.cookies(arranged.dashboard), page)
  // Asked while one looks; but a mail takes the tab away from where it may be asked.
  let asked = kind === 'mail' ? undefined : ask()
  let began = Date.now()
  let until = began + session.patience
  let heard: Message | undefined
  let isOver = false
  for (let interludes = 0; ; ) {
    const [{ snapshot: own, missing, lacking, sameAs }, early] = await Promise.all([
      observe(session, meta, { signedIn }),
      asked,
    ])
    asked = undefined
    const snapshot = doer === session ? own : withAlerts(own, await takeSnapshot(doer.page))
    // What refuses people may be a page of its own, in between: its message is gone behind it.
    if (shows && !isUnoffered)
      heard =
        (await firstSaid(shows, { session, doer, snapshot, screen, baseline })) ??
        (interludes ? heard : undefined)
    if (missing.length > 0 && interludes < MOST_INTERLUDES && (await passInterlude(session, own))) {
      interludes++
      began = Date.now()
      until = began + session.patience
      continue
    }
    const isAsked =
      shows !== undefined &&
      heard === undefined &&
      typed !== undefined &&
      (await isAskedFor(doer.page, namesAtTarget(doer, screen, [...typed])))
    const said = !shows || isUnoffered || heard !== undefined || isAsked
    // A message from before is no sign that this time was answered already.
    if (missing.length === 0 && !isOver && lingers(session, snapshot, heard)) {
      await session.settling.settled(session.patience)
      isOver = true
      continue
    }
    if ((missing.length === 0 && said) || Date.now() > until) {
      if (missing.length === 0 && said) noteTook(session.target.url, Date.now() - began)
      for (const what of missing.length ? [] : lacking) session.notes.add(`${what} is not on “${heading}”`)
      if (documented && heard) noteMessage(session, documented, heard)
      if (documented && isAsked)
        session.notes.add(`no “${documented}”: the browser itself asks for the field`)
      session.seen = own
      if (missing.length === 0 && session.arrival?.screen !== screen)
        session.arrival = { screen, snapshot: own }
      session.firstLooks.of(own)
      session.lingering.note(snapshot, isInWords(heard) ? heard : undefined)
      // Where the screen was known by a session, that may have come after one asked.
      const mayBeIn = missing.length === 0 && overridesFor(session, screen).signedIn !== undefined
      const isAsExpected = early?.dashboard === (signedIn ? 'opens' : 'denied')
      const facts = early && isAsExpected && (signedIn || !mayBeIn) ? early : await ask()
      const seen = inWords(snapshot)
      const isLate = missing.length > 0 && session.settling.isWaiting
      const { foundDisabled } = doer
      const looked = { session, doer, snapshot, screen, baseline }
      if (sameAs !== undefined) throw new Indistinct(session, screen, sameAs)
      if (!isIn(facts) && isKnownBySession(session, screen, { signedIn, missing }))
        await throwIfUnnamed(session)
      const instead = said || missing.length > 0 ? undefined : await firstOther(others, looked)
      const news = said ? [] : newsOn(snapshot, baseline)
      const isAnswered = said || missing.length > 0 || instead !== undefined || news.length > 0
      // A form that was not sent was not refused in silence.
      const silent = isAnswered || foundDisabled ? undefined : shows?.find(isSilent)
      if (silent) session.accepted.add(`Nothing is said of “${documented}”: ${silent.silent}`)
      return {
        snapshot,
        missing,
        said: said || silent !== undefined,
        ...(instead !== undefined && { instead }),
        ...(!said && { news }),
        foundDisabled,
        seen: isLate ? `${seen}, still loading` : seen,
        ...facts,
      }
    }
    await page.waitForTimeout(PAUSE)
  }
}

/** Whether nothing but a session is missing: all of the screen is there, or the product does not have it. */
function isKnownBySession(
  session: Session,
  screen: string,
  { signedIn, missing }: { signedIn: boolean; missing: readonly string[] },
): boolean {
  const { absent, signedIn: early } = overridesFor(session, screen)
  return (signedIn || early !== undefined) && (missing.length === 0 || absent !== undefined)
}

const lingers = ({ lingering }: Session, snapshot: Snapshot, heard: Message | undefined): boolean =>
  isInWords(heard) && lingering.has(snapshot, heard)

function noteMessage(session: Session, documented: string, here: Message) {
  if (typeof here === 'function' || isSilent(here)) return
  if (isDisabling(here)) session.notes.add(`no “${documented}”: ${here.disabled}`)
  else session.noteWording(documented, String(here))
}

/** Texts that a page did not have before, short enough to be a message. */
function newsOn({ texts, alerts, named }: Snapshot, baseline: Snapshot | undefined): string[] {
  if (!baseline) return []
  // A button that is called otherwise now, such as “Retry”, is no message.
  const known = new Set([...baseline.texts, ...baseline.alerts, ...named.map(({ name }) => name)])
  return [...alerts, ...texts].filter(
    (text) => /\p{L}/u.test(text) && text.length <= LONGEST && !known.has(text),
  )
}

const withAlerts = (snapshot: Snapshot, { alerts }: Snapshot): Snapshot => ({
  ...snapshot,
  alerts: [...snapshot.alerts, ...alerts],
})
