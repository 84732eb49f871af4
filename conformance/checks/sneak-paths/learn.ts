import { parse } from 'node-html-parser'
import { capabilities } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { walk } from '../../../machines/model/walk.ts'
import { planFlow } from '../../plan/flow/plan-paths.ts'
import { NotThere } from '../../session/find.ts'
import type { Session } from '../../session/session.ts'
import type { Bench } from '../bench/bench.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import { secretsOf } from '../bench/link-token.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { deadEndsOf } from '../bench/refusing-words.ts'
import { readRequest, type Sent, sentTyped } from '../bench/sent.ts'
import { doStep, type ScreenEvent, walkTo } from '../bench/walk-to.ts'
import { type Answered, answeredInBrowser, answeredInJar, otherwise } from './answered.ts'
import { differing } from './bound.ts'
import { inSession, type Marked, marked, type Typed, typedBy } from './marked.ts'

/** What an event sends. */
export interface Learned extends Marked {
  /** The way to where it is allowed. */
  given: string
  events: readonly string[]
  /** What the page announces then. */
  says: readonly string[]
  /** How it is answered then: some say 401 to a password that a code must follow. */
  usual: Answered | undefined
}

/** Shorter ones may be in a body by chance. */
const LEAST_SECRET = 16

/** Which request each event of a flow sends to change something, as the browser sent it where the event is allowed. */
export async function learnRequests(bench: Bench, flow: Flow): Promise<Map<string, Learned>> {
  const { target } = bench
  const learned = new Map<string, Learned>()
  const deadEnds = target.packs.flatMap(deadEndsOf)
  const { paths } = planFlow(flow, {
    ...target,
    capabilities: target.capabilities.filter((capability) => capabilities.includes(capability)),
    known: { passed: [], notPassed: [] },
    first: 1,
  })
  for (const { given, events } of paths) {
    if (events.every((event) => learned.has(event))) continue
    const typed: Typed[] = []
    const moments = walk(flow, given, events)
    let done = 0
    let last: string | undefined
    const walking = walkTo(bench, flow, given, events, async (person, step) => {
      typed.push(...typedIn(person.session, flow, step))
      const before = events.slice(0, done)
      done += 1
      // What leads to a dead end is as good as refused.
      const isDeadEnd = deadEnds.includes(moments[done]?.screen ?? '')
      const from = pageOf(person)
      last = undefined
      const request = await sentTyped(person, () => doStep(person, flow, step))
      const sent = request && { ...(await readRequest(request)), from }
      // A request that is refused where it is allowed proves nothing elsewhere.
      if (
        sent &&
        !step.refused &&
        !isDeadEnd &&
        !learned.has(step.event) &&
        !carriesKeyAnswer(sent) &&
        !(await carriesMailedToken(person.session, sent))
      ) {
        last = step.event
        learned.set(step.event, {
          ...(await marked(person.session, typed, sent)),
          given,
          events: before,
          says: (await person.snapshot()).alerts,
          usual: request && answeredInBrowser(request, person.session.arranged.url),
        })
      }
    })
    // Where the target differs from the model, what was sent up to there still counts, but for what led elsewhere.
    const person = await walking.catch((error: unknown) => {
      if (!(error instanceof Unproven || error instanceof NotThere)) throw error
      if (last !== undefined) learned.delete(last)
    })
    await person?.session.context.close()
  }
  return learned
}

/** What is typed for an event. What is chosen from a list stays as it is. */
function typedIn(session: Session, flow: Flow, { event, screen }: ScreenEvent): Typed[] {
  const { fields = [] } = session.screen(screen)
  return Object.entries(flow.events[event]?.fill ?? {}).flatMap(([label, symbol]) => {
    const field = fields.find((field) => field.label === label)
    return !field || field.options ? [] : [{ field, symbol }]
  })
}

/** Whether a request carries a mailed secret: it is allowed wherever someone has the mail. */
async function carriesMailedToken({ arranged }: Session, { url, body }: Sent): Promise<boolean> {
  const mails = (await arranged.mailbox?.mails()) ?? []
  const pages = await Promise.all(mails.map((mail) => mail.html()))
  const links = pages.flatMap((html) => parse(html).querySelectorAll('a[href]'))
  const hrefs = links.map((link) => new URL(link.getAttribute('href') ?? '', arranged.url).href)
  const secrets = hrefs.flatMap(secretsOf).filter(({ length }) => length >= LEAST_SECRET)
  return secrets.some((secret) => `${url} ${body}`.includes(secret))
}

/**
 * Whether a request carries the answer of a security key. It belongs to one challenge (WebAuthn Level 3, section 7.2), so it is
 * refused at every second use; the checks of keys try that.
 */
const carriesKeyAnswer = ({ body }: Sent): boolean => body.includes('clientDataJSON')

/** What came of the request of an event that was sent again. */
export interface Repeated {
  /** What it was answered with, where that is an error. */
  error?: string
  /** Its address names something that only one sandbox has. */
  ofOneSandbox?: boolean
  /** Names of what the page has given it in place of what another page gave. */
  given?: string[]
}

/**
 * The control: each request, sent again without the browser where the model allows it, is answered as it was from the browser. What is
 * refused there, or ignored, proves nothing elsewhere.
 */
export async function repeatWhereAllowed(bench: Bench, flow: Flow, request: Learned): Promise<Repeated> {
  try {
    const person = await walkTo(bench, flow, request.given, [...request.events])
    const jar = await Jar.of(person)
    const sent = await inSession(person.session, request)
    const fresh = await jar.freshOnPage(person, sent, await typedBy(person.session, request))
    const answer = await jar.send(fresh)
    await jar.close()
    await person.session.context.close()
    const error = errorOf(answer, request, person.session.arranged.url)
    const ofOneSandbox = fresh.url !== sent.url
    return { ...(error !== undefined && { error }), ofOneSandbox, given: differing(sent, fresh) }
  } catch (error) {
    if (error instanceof Unproven || error instanceof NotThere) return { error: error.message }
    throw error
  }
}

/** What a request is refused with, or answered with in place of what it is answered with from the browser. */
function errorOf(answer: Answer, { says, usual }: Learned, product: string): string | undefined {
  const { error, status } = answer
  const isSaid = error !== undefined && says.some((said) => said.includes(error))
  const isUsual = isSaid || (status >= 400 && status === usual?.status)
  return error === undefined || isUsual ? otherwise(usual, answeredInJar(answer, product)) : error
}

/** The page that a person is on, or the entrance where no page is open yet. */
export const pageOf = ({ page, session }: Person): string =>
  page.url().startsWith('http') ? page.url() : session.arranged.url
