import { parse } from 'node-html-parser'
import type { Flow } from '../../../machines/model/flow.ts'
import { takeSnapshot } from '../../page/take-snapshot.ts'
import { evidenceOf } from '../../session/evidence.ts'
import { observeScreen } from '../../session/observe-screen.ts'
import { isIn } from '../../session/signed-in.ts'
import { Jar } from '../bench/jar.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { canBeSeen } from '../bench/reachable.ts'
import { deadEndsOf } from '../bench/refusing-words.ts'
import { shownOf } from '../bench/walk-to.ts'
import type { TestedState } from './places.ts'

/** A screen that is still there needs no waiting. */
const AT_ONCE = 500

/** How a person is found at a place. */
export interface Found {
  isIn: boolean
  /** What the flow could change for them. */
  says: string | undefined
  /** Where their address leads. */
  where: Where
  /** What the server answers there, without what differs each time; `undefined` where that does not show where they are. */
  drawn?: string | undefined
}

/** Opens the address where the person is once more. @param patience ms that a screen may take */
export async function find(
  person: Person,
  flow: Flow,
  place: TestedState,
  patience = AT_ONCE,
): Promise<Found> {
  const { moment } = place
  const url = person.page.url()
  if (url.startsWith('http')) await person.open(url)
  const isInNow = isIn(await person.signedIn())
  const where = await whereIs(person, flow, place, patience)
  return {
    isIn: isInNow,
    says: moment.signedIn && isInNow ? await evidenceOf(person.session, flow) : undefined,
    where,
    drawn: where === 'there' && !isInNow ? await drawnFor(person) : undefined,
  }
}

/**
 * Whether the server still draws the same page for someone who is not logged in. A browser takes about ten times as long to see
 * that; it looks where this answers no.
 */
export const isUnchanged = async (person: Person, { drawn }: Found): Promise<boolean> =>
  drawn !== undefined && (await answerTo(person))?.same === drawn

/** What the server draws, if that is what the person sees, and it is so twice. */
async function drawnFor(person: Person): Promise<string | undefined> {
  const { headings, buttons, texts } = await person.snapshot()
  const first = await answerTo(person)
  const shows =
    headings.length > 0 && [...headings, ...buttons, ...texts].every((text) => first?.text.includes(text))
  return shows && (await answerTo(person))?.same === first?.same ? first?.same : undefined
}

async function answerTo(person: Person): Promise<{ text: string; same: string } | undefined> {
  const url = person.page.url()
  if (!url.startsWith('http')) return undefined
  const jar = await Jar.of(person)
  const { status, body, url: end } = await jar.open(url)
  await jar.close()
  const text = parse(body).text.replace(/\s+/g, ' ')
  return status < 400 && end === url.split('#')[0] ? { text, same: body.replace(VARIES, '') } : undefined
}

/** Tokens and times. */
const VARIES = /[\w+/=-]{16,}|\d+/g

type Where = 'there' | 'sent-back' | 'elsewhere'

/** Whether the person is at the place, or before patience ends at a screen on the way there, or at an entrance. */
async function whereIs(person: Person, flow: Flow, place: TestedState, patience: number): Promise<Where> {
  const known = await poll(async (): Promise<Where | undefined> => {
    if ((await shownOf(person, flow, [place.moment])).length > 0) return 'there'
    return (await isSentBack(person, place)) ? 'sent-back' : undefined
  }, patience)
  return known ?? 'elsewhere'
}

/** Screens that someone is sent back to from anywhere. */
function entrancesOf({ bench }: Person): string[] {
  const [session, login] = [bench.optionalRole('session'), bench.optionalRole('login')]
  return [session?.entrance, login?.emailForm, ...bench.target.packs.flatMap(deadEndsOf)].filter(
    (screen) => screen !== undefined,
  )
}

async function isSentBack(person: Person, { before }: TestedState): Promise<boolean> {
  const { session, bench } = person
  const snapshot = await takeSnapshot(session.page)
  for (const id of new Set([...before, ...entrancesOf(person)]))
    if (canBeSeen(bench.target, id) && (await observeScreen(session, id, { snapshot })).missing.length === 0)
      return true
  return false
}
