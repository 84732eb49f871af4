import { NotEnrolled } from '../../../machines/devices/authenticator-app.ts'
import type { Field } from '../../../machines/model/screen.ts'
import { valueFor } from '../../session/known.ts'
import { loginNameFor } from '../../session/overrides.ts'
import type { Session } from '../../session/session.ts'
import { writtenIn } from '../bench/body.ts'
import type { Sent } from '../bench/sent.ts'
import { spreadCodeIn, withValue } from '../bench/with-value.ts'

/** What was typed into a field. */
export interface Typed {
  field: Field
  symbol: string
  /** The login name was sent in place of the address. */
  isLogin?: boolean
  /** The field held that digit of it alone. */
  digit?: number
}

/** A request with marks in place of the session's values. */
export interface Marked extends Sent {
  /** Mark → what it replaces. */
  marks: Record<string, Typed>
}

const PRODUCT = '{product}'

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
