import type { Credentials } from '../../machines/model/perform.ts'
import { withTag } from '../../machines/model/values.ts'
import type { Provider } from '../targets/target.ts'
import { Session } from './session.ts'

/** The note that each value of a provider is known by. */
const providerNotes: Record<string, (provider: Provider) => string | undefined> = {
  clientId: ({ clientId }) => clientId,
  clientSecret: ({ clientSecret }) => clientSecret,
  discoveryUrl: ({ discoveryUrl }) => discoveryUrl,
  deadUrl: ({ deadUrl }) => deadUrl,
  otherIssuerUrl: ({ otherIssuerUrl }) => otherIssuerUrl,
  redirectUri: ({ redirectUri }) => redirectUri,
  providerUser: ({ user }) => user.name,
  providerPassword: ({ user }) => user.password,
  stranger: ({ stranger }) => stranger?.name,
  strangerPassword: ({ stranger }) => stranger?.password,
  tenantId: ({ adminCenter }) => adminCenter?.tenantId,
  administrator: ({ adminCenter }) => adminCenter?.name,
  administratorPassword: ({ adminCenter }) => adminCenter?.password,
}

/** The people of one walk: the holder of the account and the other participants, each in a separate browser. */
export class Cast {
  readonly #holder: Session
  readonly #sessions = new Map<string, Session>()
  /** Values that a person has read from a page. */
  readonly #kept = new Map<string, string>()

  constructor(holder: Session) {
    this.#holder = holder
  }

  keep(name: string, value: string): void {
    this.#kept.set(name, value)
  }

  /** The value kept under a name; `undefined` if there is none. */
  kept(name: string): string | undefined {
    return this.#kept.get(name)
  }

  /**
   * A value by its name: one that was kept, one from the arrangement, or one from the provider.
   * @throws with the reason if the value does not exist
   */
  note(name: string): string {
    const { arranged, account, target } = this.#holder
    const own = this.#kept.get(name) ?? arranged.notes?.[name]
    if (own !== undefined) return own
    if (name === 'colleague') return withTag(account.email, 'second')
    const value = providerNotes[name]?.(this.#holder.provider())
    if (value !== undefined) return value
    throw new Error(
      `Nothing is known as “${name}” at ${target.name}: let the arrangement answer it in \`notes\`.`,
    )
  }

  /** The session of a person who has taken part already. */
  sessionOf(person: string | undefined): Session | undefined {
    return person === undefined ? this.#holder : this.#sessions.get(person)
  }

  /** The person of the pack with that name; their browser ends with the holder's. */
  async join(person: string): Promise<Session> {
    const known = this.#sessions.get(person)
    if (known) return known
    const { context, target, pack, arranged, app, watch } = this.#holder
    const { name, password } = this.credentialsOf(person)
    const sharesBrowser = pack.participants?.[person]?.sharesBrowser === true
    const own = sharesBrowser ? context : await openOwnContext(this.#holder)
    const account = sharesBrowser ? arranged.account : { email: name, password }
    const shared = { cast: this, watch, ...(sharesBrowser && { app }) }
    const session = await Session.open(own, target, pack, { ...arranged, account }, shared)
    this.#sessions.set(person, session)
    return session
  }

  /** Name and password of a person at the provider. */
  credentialsOf(person: string | undefined): Credentials {
    const { participants = {}, id } = this.#holder.pack
    const notes =
      person === undefined ? { name: 'providerUser', password: 'providerPassword' } : participants[person]
    if (!notes) throw new Error(`The pack ${id} has no person "${person}".`)
    return { name: this.note(notes.name), password: this.note(notes.password) }
  }
}

async function openOwnContext({ context, target }: Session) {
  const other = await context.browser()?.newContext()
  if (!other)
    throw new Error(`Another person at ${target.name} needs a browser that can open a second context.`)
  context.once('close', () => void other.close())
  return other
}
