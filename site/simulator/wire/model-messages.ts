import type { Message } from '../../wire/message.ts'
import { messageOf } from '../../wire/of-exchange.ts'
import { type Happened, onlyFills } from '../model/happened.ts'
import { addressOfPerson } from '../model/known.ts'
import { ModelKey } from './model-key.ts'
import { mailMessages } from './model-mail.ts'
import type { Login } from './model-oidc.ts'
import { requestsOf } from './model-requests.ts'
import { fieldsAt, type ModelWalk, shownAfter } from './model-walk.ts'

/** How much later each event happens, in ms: a person reads and types. */
const APART = 5_000

interface Built {
  messages: Message[]
  login?: Login | undefined
}

/** What a person does, and the code that they read off the authenticator before. */
function personMessages(walk: ModelWalk, one: Happened, id: string, at: number): Message[] {
  const { spec } = one
  const fields = fieldsAt(walk, one)
  const isCode = fields.some(({ holds, value }) => holds === 'one-time-code' && value !== '')
  const { message } = shownAfter(walk.pack, one)
  const acted: Message = {
    id: `${id}-act`,
    from: 'person',
    to: 'browser',
    title: spec.label,
    says:
      message === undefined
        ? 'The person does this in the browser.'
        : `The person does this, and the page answers: “${message}”.`,
    clauses: [],
    tone: one.edge.meta.refused ? 'bad' : 'plain',
    about: { is: 'form', fields },
  }
  const code: Message = {
    id: `${id}-code`,
    from: 'authenticator',
    to: 'person',
    title: 'Shows a code',
    says: 'The authenticator app calculates a code from its secret and the current time. It sends nothing.',
    why: 'The product and the app share the secret, so both get the same code at the same time.',
    clauses: ['totp', 'hotp'],
    tone: 'plain',
    about: { is: 'code', secret: walk.secret, at },
  }
  return isCode ? [code, acted] : [acted]
}

const passes = (id: string, title: string): Message => ({
  id,
  from: 'person',
  to: 'person',
  title,
  says: 'Time passes. Links, codes and sessions can expire.',
  clauses: [],
  tone: 'plain',
})

/**
 * What goes over the wire in the model: examples that follow from the pack and the standards. What was made once for an event
 * stays the same, so that a challenge, a state or a key is the same wherever it comes back.
 */
export class ModelWire {
  readonly #begun: number
  readonly #built = new Map<string, Promise<Built>>()
  readonly #key = new ModelKey()

  /** @param begun when the walk began, in ms since 1970 */
  constructor(begun: number) {
    this.#begun = begun
  }

  async messages(walk: ModelWalk): Promise<Message[]> {
    const all: Message[] = mailMessages(walk, 0)
    let login: Login | undefined
    let passed = 0
    for (const [n, one] of walk.happened.entries()) {
      passed += (one.spec.wait ?? 0) * 1000
      const time = this.#begun + n * APART + passed
      const built = await this.#of(walk, one, n, time, login)
      login = built.login ?? login
      all.push(...built.messages)
    }
    return all
  }

  #of(walk: ModelWalk, one: Happened, n: number, time: number, login: Login | undefined): Promise<Built> {
    const known = JSON.stringify([one.key, walk.typed.get(one.key) ?? {}, walk.secret])
    const built = this.#built.get(known) ?? this.#build(walk, one, n, time, login)
    this.#built.set(known, built)
    return built
  }

  async #build(
    walk: ModelWalk,
    one: Happened,
    n: number,
    time: number,
    login: Login | undefined,
  ): Promise<Built> {
    const { spec, key: id } = one
    // The events of the procedure that it represents came before it.
    if (spec.leg) return { messages: [] }
    if (spec.wait !== undefined && spec.press === undefined && spec.goTo === undefined)
      return { messages: [passes(id, spec.label)] }
    const before = [...(spec.at === 'mail' ? [opensMail(id)] : []), ...personMessages(walk, one, id, time)]
    const after = mailMessages(walk, n + 1)
    if (onlyFills(spec)) return { messages: [...before, ...after] }
    if (spec.key) {
      const email = addressOfPerson(walk.pack, one.as)
      return {
        messages: [...before, ...(await this.#key.messages(walk.pack, one, { id, time, email })), ...after],
      }
    }
    const requests = await requestsOf(walk, one, time, login)
    const asked = requests.exchanges.map((exchange, n) => messageOf(`${id}-${n}`, exchange))
    return { messages: [...before, ...asked, ...after], login: requests.login }
  }
}

const opensMail = (id: string): Message => ({
  id: `${id}-mail`,
  from: 'mail',
  to: 'person',
  title: 'Opens the mail',
  says: 'The person opens the mail.',
  why: 'Only someone with access to the mailbox can open it. That is all that its link proves.',
  clauses: [],
  tone: 'plain',
})
