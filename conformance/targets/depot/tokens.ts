import { randomBytes, randomUUID } from 'node:crypto'
import { decodeJwt, jwtVerify, SignJWT, UnsecuredJWT } from 'jose'
import type { Fault } from './faults.ts'

const MINUTE = 60_000
const IDLE = 60 * MINUTE
const LIFE = 12 * 60 * MINUTE
const HALF_WAY = 10 * MINUTE
/** Of a token that is renewed. */
const SHORT = 10 * MINUTE

export interface Session {
  id: string
  /** Id of the account. */
  of: string
  /** After the password alone, or logged in. */
  scope: 'half-way' | 'whole'
  begun: number
  seen: number
  /** Of an app that is being enrolled. */
  pendingSecret?: string
}

/** Tokens are signed, and name a session that the server knows: it can end one at any time. */
export class Tokens {
  readonly #key = randomBytes(32)
  readonly #sessions = new Map<string, Session>()
  readonly #now: () => number
  readonly #fault: Fault | undefined
  readonly #life: number

  /**
   * @param now milliseconds since 1970
   * @param areRenewed whether something else brings a new one when one is over
   */
  constructor(now: () => number, fault: Fault | undefined, areRenewed: boolean) {
    this.#now = now
    this.#fault = fault
    this.#life = areRenewed ? SHORT : LIFE
  }

  begin(of: string, scope: Session['scope']): Promise<string> {
    const now = this.#now()
    const id = this.#fault === 'counted-tokens' ? `${1000 + this.#sessions.size}` : randomUUID()
    const session: Session = { id, of, scope, begun: now, seen: now }
    this.#sessions.set(id, session)
    return this.write(session)
  }

  async write({ id, of, scope, begun }: Session): Promise<string> {
    if (this.#fault === 'counted-tokens') return `depot-session-number-${id}`
    return new SignJWT({ scope })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(of)
      .setJti(id)
      .setIssuedAt(begun / 1000)
      .setExpirationTime((begun + this.#life) / 1000)
      .sign(this.#key)
  }

  /** The session that a token names; each request makes it last longer. */
  async read(token: string): Promise<Session | undefined> {
    const said = await this.#verified(token)
    const session = said && this.#sessions.get(said.id)
    if (!session) return undefined
    const now = this.#now()
    const idle = session.scope === 'whole' ? IDLE : HALF_WAY
    const isOver = now - session.seen > idle || now - session.begun > this.#life
    if (isOver && this.#fault !== 'tokens-never-end') return undefined
    session.seen = now
    return { ...session, of: said.of ?? session.of }
  }

  /** Changes what the server knows of a session. */
  change(id: string, changed: Partial<Session>): void {
    const session = this.#sessions.get(id)
    if (session) Object.assign(session, changed)
  }

  end(id: string): void {
    this.#sessions.delete(id)
  }

  endAllOf(account: string): void {
    for (const { id, of } of this.#sessions.values()) if (of === account) this.end(id)
  }

  async #verified(token: string): Promise<{ id: string; of?: string | undefined } | undefined> {
    if (this.#fault === 'counted-tokens') return { id: token.replace('depot-session-number-', '') }
    try {
      if (this.#fault === 'unchecked-tokens') {
        const { jti = '', sub } = decodeJwt(token)
        return { id: jti, of: sub }
      }
      if (this.#fault === 'unsigned-tokens' && token.endsWith('.'))
        return { id: UnsecuredJWT.decode(token).payload.jti ?? '' }
      const currentDate = new Date(this.#fault === 'tokens-never-end' ? 0 : this.#now())
      const { payload } = await jwtVerify(token, this.#key, { algorithms: ['HS256'], currentDate })
      return { id: payload.jti ?? '' }
    } catch {
      return undefined
    }
  }
}
