import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { choicesAt, type Moment, send } from '../../../machines/model/walk.ts'
import type { Message } from '../../wire/message.ts'
import { cookiesSet } from '../../wire/read-exchange.ts'
import { MASK } from '../../wire/secrets.ts'
import { beginsWithPassword } from '../model/account.ts'
import { happenedAlong } from '../model/happened.ts'
import { knownOf, valuesOf } from '../model/known.ts'
import { remember } from '../model/remember.ts'
import type { ModelWire } from './model-messages.ts'
import { type ModelWalk, shownAfter } from './model-walk.ts'

/** What two walks have in common: all but the last event. */
export interface Fork {
  pack: Pack
  flow: Flow
  given: string
  /** The moment at which they part is the last one. */
  moments: readonly Moment[]
  mails: ModelWalk['mails']
}

/** One of the two walks: what is on the screen after its last event, and what that event sent. */
export interface Side {
  event: string
  label: string
  heading: string
  message: string | undefined
  refused: boolean
  signedIn: boolean
  messages: Message[]
}

/** The same message in both walks, or in one of them. */
export interface Row {
  title: string
  sides: [Message | undefined, Message | undefined]
  isSame: boolean
}

/** An example of what an app knows and shows, where no phone has scanned anything. */
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const right = async () =>
  (await import('../../../machines/devices/authenticator-app.ts')).codeAt(SECRET, Date.now())
const otherThan = (code: string) => code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10))

const codes = {
  code: async (which: 'right' | 'wrong' | 'used') => (which === 'wrong' ? otherThan(await right()) : right()),
  accepts: async (code: string) => code === (await right()),
}

/** The last moment at which there was a choice: before the last event, or now. */
export function forkOf(
  flow: Flow,
  moments: readonly Moment[],
): { moments: readonly Moment[]; taken: string | undefined } {
  const before = moments.slice(0, -1)
  const last = before.at(-1)
  return last && choicesAt(flow, last).length > 1
    ? { moments: before, taken: moments.at(-1)?.edge?.event }
    : { moments, taken: undefined }
}

/** What the walk sends after one more event. */
export async function sideOf(
  { pack, flow, given, moments, mails }: Fork,
  event: string,
  wire: ModelWire,
): Promise<Side | undefined> {
  const last = moments.at(-1)
  const after = last && send(flow, last, event)
  if (!after) return undefined
  const happened = happenedAlong(pack, flow, [...moments, after], `${flow.id}:${given}`)
  const person = {
    pack,
    values: valuesOf(pack, () => codes),
    knowing: (chosen: string, as?: string) =>
      knownOf(pack, beginsWithPassword(pack, flow, given), chosen, codes.code, as),
  }
  const { each } = await remember(person, happened, new Map())
  const one = happened.at(-1)
  if (!one) return undefined
  const walk: ModelWalk = { pack, happened, typed: each, secret: SECRET, mails }
  const before = await wire.messages({ ...walk, happened: happened.slice(0, -1) })
  const all = await wire.messages(walk)
  const known = new Set(before.map(({ id }) => id))
  return {
    event,
    label: flow.events[event]?.label ?? event,
    ...shownAfter(pack, one),
    refused: after.edge?.meta.refused ?? false,
    signedIn: after.signedIn,
    messages: all.filter(({ id }) => !known.has(id)),
  }
}

/** What the page of an answer says. */
const saidBy = ({ exchange }: Message): string | undefined =>
  exchange?.response.body?.text.match(/role="alert">([^<]*)/)?.[1]

/** What a message comes to, in a few words. A secret is not shown, but whether it is the right one. */
export function inShort(message: Message): string {
  const { detail, status, exchange, about, says } = message
  if (about?.is === 'form') {
    const fields = about.fields.map(({ label, value, isSecret, symbol }) => {
      if (!isSecret || value === '') return `${label}: ${value || '(empty)'}`
      return `${label}: ${MASK}${symbol === undefined ? '' : ` (${symbol})`}`
    })
    return [message.title, fields.join(', ')].filter(Boolean).join(': ')
  }
  const cookies = exchange
    ? cookiesSet(exchange).map(
        ({ name, isRemoved }) => `${isRemoved ? 'removes' : 'sets'} the cookie “${name}”`,
      )
    : []
  const answer = saidBy(message)
  return [
    detail === undefined ? says : `${detail} → ${status}`,
    ...cookies,
    ...(answer === undefined ? [] : [`says “${answer}”`]),
  ].join('; ')
}

const isOfPerson = ({ from, to }: Message) => from === 'person' && to === 'browser'

/** What is the same in two walks: what a person does has a row of its own, whatever it is. */
const roleOf = (message: Message) => (isOfPerson(message) ? 'What the person does' : message.title)

/** Puts the messages of two walks next to each other: the same titles in the same row, in their order. */
export function alignedRows(a: readonly Message[], b: readonly Message[]): Row[] {
  const rows: Row[] = []
  let rest = [...b]
  for (const one of a) {
    const at = rest.findIndex((other) => roleOf(other) === roleOf(one))
    for (const other of at < 0 ? [] : rest.slice(0, at))
      rows.push({ title: roleOf(other), sides: [undefined, other], isSame: false })
    const match = at < 0 ? undefined : rest[at]
    if (at >= 0) rest = rest.slice(at + 1)
    rows.push({
      title: roleOf(one),
      sides: [one, match],
      isSame: match !== undefined && inShort(one) === inShort(match),
    })
  }
  return [
    ...rows,
    ...rest.map((other): Row => ({ title: roleOf(other), sides: [undefined, other], isSame: false })),
  ]
}
