import type { Field, Screens } from '../../../machines/model/screen.ts'
import { sameLabel } from '../../../machines/model/screen.ts'
import type { Act, NumberedEvent } from '../../tenant/events.ts'
import type { Message } from '../../wire/message.ts'
import { messageOf } from '../../wire/of-exchange.ts'
import { inWords } from '../../wire/times.ts'
import type { LiveMail } from '../live/mails.ts'
import { type Group, inOrder } from './in-order.ts'
import { aroundKey } from './key-messages.ts'
import { mailMessage } from './mail-message.ts'
import type { Exchanges } from './use-exchanges.ts'

export interface LiveWalk {
  screens: Screens
  events: readonly NumberedEvent[]
  exchanges: Exchanges
  mails: readonly LiveMail[]
  /** The secret of the authenticator app, as soon as the phone has it. */
  secret: string | undefined
  /** How long links are good, in words. */
  life: string | undefined
}

type OfKind<K extends NumberedEvent['kind']> = Extract<NumberedEvent, { kind: K }>

const plain = { clauses: [], tone: 'plain' } as const

const fieldsOf = (screens: Screens, screen: string): readonly Field[] => screens[screen]?.fields ?? []

/** What a person did, and the code that they read off the authenticator before. */
function actMessages(
  { screens, secret }: LiveWalk,
  { n, did, shown }: OfKind<'act'>,
  time: number,
): Message[] {
  const acted = (title: string, says: string, fields: Readonly<Record<string, string[]>> = {}): Message => ({
    ...plain,
    id: `${n}`,
    from: 'person',
    to: 'browser',
    title,
    says,
    // A message on the same page is a refusal; on another page it may be good news.
    tone:
      shown?.message !== undefined && did.what === 'send' && did.screen === shown.screen ? 'bad' : 'plain',
    about: {
      is: 'form',
      fields: Object.entries(fields).map(([label, symbols]) => ({
        label,
        value: symbols.join(', '),
        isSecret: false,
      })),
    },
  })
  switch (did.what) {
    case 'visit':
      return [acted('Opens an address', 'The person types an address into the browser.')]
    case 'follow':
      return [
        {
          ...acted(`Follows “${did.link}”`, 'The person opens the mail and follows its link.'),
          id: `${n}-mail`,
          from: 'mail',
          to: 'person',
          title: 'Opens the mail',
          about: undefined,
        },
        acted(
          `Follows “${did.link}”`,
          `The person follows the link in a mail${did.was.length > 0 ? ` (${did.was.join(', ')})` : ''}.`,
        ),
      ]
    case 'return':
      return []
    case 'send': {
      const answered = shown?.message === undefined ? '' : ` The page answers: “${shown.message}”.`
      const { title, says } = howSent(did)
      const isCode = (label: string) =>
        fieldsOf(screens, did.screen).some(
          (field) => field.holds === 'one-time-code' && sameLabel(field.label, label),
        )
      const code = Object.keys(did.fields).find(isCode)
      const symbol = code === undefined ? undefined : did.fields[code]?.join(', ')
      const read: Message[] =
        code === undefined || symbol === 'empty' ? [] : [codeMessage(n, secret, time, symbol)]
      return [...read, acted(title, says + answered, did.fields)]
    }
  }
}

/** What was done with a page, in a title and a sentence. The label of a link may be a value, which nobody tells. */
function howSent({ press, fields }: Extract<Act['did'], { what: 'send' }>): { title: string; says: string } {
  const hasFields = Object.keys(fields).length > 0
  const title =
    press === undefined ? (hasFields ? 'Chooses from a list' : 'Follows a link') : `Presses “${press}”`
  if (!hasFields) return { title, says: 'The person presses a button or follows a link on the page.' }
  return {
    title,
    says:
      press === undefined
        ? 'The person chooses from a list, which sends the form at once.'
        : 'The person fills in the page and presses the button.',
  }
}

const codeMessage = (
  n: number,
  secret: string | undefined,
  at: number,
  symbol: string | undefined,
): Message => ({
  id: `${n}-code`,
  from: 'authenticator',
  to: 'person',
  title: 'Shows a code',
  says: 'The authenticator app calculates a code from its secret and the current time. It sends nothing.',
  why: 'The product and the app share the secret, so both get the same code at the same time.',
  clauses: ['totp', 'hotp'],
  tone: 'plain',
  about: { is: 'code', secret, at, symbol },
})

function requestMessages(event: OfKind<'request'>, exchanges: Exchanges): Message[] {
  const exchange = exchanges.get(event.n)
  const id = `${event.n}`
  if (exchange) return aroundKey(messageOf(id, exchange))
  const { at = 'product', by = 'browser', method, path, status } = event
  const from = by === 'tenant' ? 'product' : 'browser'
  const says = 'The content of this request is still loading, or is no longer stored.'
  return [{ ...plain, id, from, to: at, title: 'Request', says, detail: `${method} ${path}`, status }]
}

function arrivedMail({ mails, life }: LiveWalk, { n, id, subject }: OfKind<'mail'>): Message {
  const mail = mails.find((one) => one.id === String(id))
  const links = (mail?.links ?? []).map(({ label, href }) => ({ label, href }))
  return mailMessage(`${n}`, { subject, from: mail?.from ?? '', links, life })
}

const isKeyPressed = ({ did }: OfKind<'act'>) => did.what === 'send' && did.key !== undefined

/** The last request for a challenge, where nothing was done since. */
function asksKey(groups: readonly Group<Message>[]): Group<Message> | undefined {
  const since = groups.findLastIndex(({ items }) => items.some(({ from }) => from === 'person'))
  const last = groups.findLast(({ items }) => items.some(({ id }) => id.endsWith('-asks')))
  return last && groups.indexOf(last) > since ? last : undefined
}

/** What happened before a request was answered belongs in front of it. */
export function liveMessages(walk: LiveWalk): Message[] {
  const { events, exchanges, mails } = walk
  const parts: Group<Message>[][] = [[]]
  let acts: OfKind<'act'>[] = []
  const add = (group: Group<Message>) => parts.at(-1)?.push(group)
  for (const event of events)
    switch (event.kind) {
      case 'act':
        acts.push(event)
        break
      case 'request': {
        const time = exchanges.get(event.n)?.time
        // The product hears of the button for the key with the answer of the key; it was pressed before that was asked.
        const asking = asksKey(parts.at(-1) ?? [])
        const [pressed, done] = [
          acts.filter(isKeyPressed),
          acts.filter((act) => !asking || !isKeyPressed(act)),
        ]
        if (asking)
          asking.items.unshift(...pressed.flatMap((act) => actMessages(walk, act, asking.time ?? 0)))
        const before = done.flatMap((act) => actMessages(walk, act, time ?? Date.now()))
        acts = []
        add({
          time,
          rank: event.by === 'tenant' ? 1 : 0,
          items: [...before, ...requestMessages(event, exchanges)],
        })
        break
      }
      case 'mail':
        add({
          time: mails.find(({ id }) => id === String(event.id))?.receivedAt,
          rank: 2,
          items: [arrivedMail(walk, event)],
        })
        break
      case 'refused': {
        const title = `Refused: ${event.code}`
        add({
          rank: 2,
          items: [
            {
              ...plain,
              id: `${event.n}`,
              from: 'provider',
              to: 'browser',
              title,
              says: event.reason,
              tone: 'bad',
            },
          ],
        })
        break
      }
      case 'clock': {
        const title = `${inWords(event.advanced / 1000)} pass`
        const says = 'The clock of the sandbox moves forward. Links, codes and sessions can expire.'
        parts.push([
          { rank: 0, items: [{ ...plain, id: `${event.n}`, from: 'person', to: 'person', title, says }] },
        ])
      }
    }
  // What was done last may not have been answered yet.
  const waiting = acts.flatMap((act: OfKind<'act'> & Act) => actMessages(walk, act, Date.now()))
  return [...parts.flatMap(inOrder), ...waiting]
}
