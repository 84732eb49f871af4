import { parse } from 'node-html-parser'
import { NotEnrolled } from '../../../machines/devices/authenticator-app.ts'
import { capabilities } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Field } from '../../../machines/model/screen.ts'
import { walk } from '../../../machines/model/walk.ts'
import { planFlow } from '../../plan/flow/plan-paths.ts'
import { NotThere } from '../../session/find.ts'
import { valueFor } from '../../session/known.ts'
import { loginNameFor } from '../../session/overrides.ts'
import type { Session } from '../../session/session.ts'
import type { Bench } from '../bench/bench.ts'
import { writtenIn } from '../bench/body.ts'
import { Jar } from '../bench/jar.ts'
import { secretsOf } from '../bench/link-token.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { deadEndsOf } from '../bench/refusing-words.ts'
import { lastSent, readRequest, type Sent } from '../bench/sent.ts'
import { doStep, type ScreenEvent, walkTo } from '../bench/walk-to.ts'
import { spreadCodeIn, withValue } from '../bench/with-value.ts'

/** A request with marks in place of the session's values. */
export interface Marked extends Sent {
  /** Mark → what it replaces. */
  marks: Record<string, Typed>
}

/** What an event sends. */
export interface Learned extends Marked {
  /** The way to where it is allowed. */
  given: string
  events: readonly string[]
  /** What the page announces then. */
  says: readonly string[]
}

const PRODUCT = '{product}'
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
      const request = await lastSent(person, () => doStep(person, flow, step))
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

interface Typed {
  field: Field
  symbol: string
  /** The login name was sent in place of the address. */
  isLogin?: boolean
  /** The field held that digit of it alone. */
  digit?: number
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

/** Puts marks where typed values are, because another session has other values. */
export async function marked(session: Session, typed: Typed[], sent: Sent): Promise<Marked> {
  const marks: Marked['marks'] = {}
  const written = writtenIn(sent.body)
  let { body } = sent
  // What was typed last is what was sent: a new password may be typed again as the password.
  for (const { field, symbol } of typed.toReversed()) {
    const mark = `{${field.holds} ${symbol}}`
    const spread = field.holds === 'one-time-code' ? spreadCodeIn(body) : undefined
    if (spread) {
      const digits = [...spread].map((_, digit) => `${mark} ${digit}`)
      for (const [digit, each] of digits.entries()) marks[each] = { field, symbol, digit }
      body = withValue({ ...sent, body }, spread, digits).body
      continue
    }
    const known = field.holds === 'one-time-code' ? codeIn(body) : await valueFor(session, field, symbol)
    if (!known) continue
    const isLogin = field.holds === 'email' && !body.includes(written(known))
    const value = isLogin ? loginNameFor(session.account, known) : known
    if (!body.includes(written(value))) continue
    marks[mark] = { field, symbol, isLogin }
    body = body.replaceAll(written(value), written(mark))
  }
  const inProduct = (address: string) => address.replace(session.arranged.url, PRODUCT)
  return { ...sent, ...placed(sent, inProduct), body, marks }
}

/** A one-time code was true for a moment only: what was typed is found by its looks, where nothing else looks like it. */
function codeIn(body: string): string | undefined {
  const [code, another] = body.match(/(?<![\w%.-])\d{6,8}(?![\w%.-])/g) ?? []
  return another === undefined ? code : undefined
}

/** What is sent by someone who has no authenticator app: as good as any other code. */
const NO_CODE = '000000'

/** The request of an event as this session would send it. */
export async function inSession(session: Session, { marks, ...sent }: Marked): Promise<Sent> {
  const written = writtenIn(sent.body)
  let body = sent.body
  const values = new Map<string, string>()
  for (const [mark, { field, symbol, isLogin, digit }] of Object.entries(marks)) {
    const name = `${field.holds} ${symbol}`
    // A code is asked for once: the app hands out another one each time.
    const known = values.get(name) ?? (await valueFor(session, field, symbol).catch(unlessEnrolled))
    const own = known && isLogin ? loginNameFor(session.account, known) : known
    const value = own || (field.holds === 'one-time-code' ? NO_CODE : '')
    values.set(name, known ?? value)
    body = body.replaceAll(written(mark), written(digit === undefined ? value : (value[digit] ?? '')))
  }
  return { ...sent, ...placed(sent, (address) => address.replace(PRODUCT, session.arranged.url)), body }
}

/** What a person of this session would type into the fields of a request. */
export const typedBy = async (session: Session, { marks }: Marked): Promise<string[]> => {
  const values = await Promise.all(
    Object.values(marks).map(({ field, symbol }) =>
      field.holds === 'one-time-code' ? undefined : valueFor(session, field, symbol),
    ),
  )
  return values.filter((value) => value !== undefined)
}

/** The addresses of a request, moved to another sandbox. */
const placed = ({ url, from }: Sent, move: (address: string) => string) => ({
  url: move(url),
  ...(from !== undefined && { from: move(from) }),
})

/** A person who has no app yet has no code. */
function unlessEnrolled(error: unknown): undefined {
  if (!(error instanceof NotEnrolled)) throw error
}

/** Whether a request identifies its sender and proves it by a password, so that no state is needed before it. */
export function carriesCredentials({ marks }: Marked): boolean {
  const types = Object.values(marks).map(({ field }) => field.holds)
  return types.includes('email') && types.includes('password')
}

/** What came of the request of an event that was sent again. */
export interface Repeated {
  /** What it was answered with, where that is an error. */
  error?: string
  /** Its address names something that only one sandbox has. */
  ofOneSandbox?: boolean
}

/**
 * The control: each request, sent again without the browser where the model allows it, is not answered with an error. What is
 * refused there proves nothing elsewhere.
 */
export async function repeatWhereAllowed(bench: Bench, flow: Flow, request: Learned): Promise<Repeated> {
  try {
    const person = await walkTo(bench, flow, request.given, [...request.events])
    const jar = await Jar.of(person)
    const sent = await inSession(person.session, request)
    const fresh = await jar.freshOnPage(person, sent, await typedBy(person.session, request))
    const { error } = await jar.send(fresh)
    await jar.close()
    await person.session.context.close()
    const isUsual = error !== undefined && request.says.some((said) => said.includes(error))
    return { ...(error !== undefined && !isUsual && { error }), ofOneSandbox: fresh.url !== sent.url }
  } catch (error) {
    if (error instanceof Unproven || error instanceof NotThere) return { error: error.message }
    throw error
  }
}

/** The page that a person is on, or the entrance where no page is open yet. */
export const pageOf = ({ page, session }: Person): string =>
  page.url().startsWith('http') ? page.url() : session.arranged.url
