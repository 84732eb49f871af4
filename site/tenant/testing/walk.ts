import { randomBytes } from 'node:crypto'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { ControlClient } from './control-client.ts'
import { Visitor } from './visitor.ts'

/** A person in a sandbox of their own, from the invitation to the dashboard. A step resolves when the server has acknowledged it. */
export class Walk {
  readonly control: ControlClient
  readonly visitor: Visitor
  readonly link: string
  readonly password = `river ${randomBytes(9).toString('base64url')} lantern`
  readonly #tenant: string

  private constructor(tenant: string, control: ControlClient, link: string) {
    this.#tenant = tenant
    this.control = control
    this.link = link
    this.visitor = new Visitor(tenant, control.made.url)
  }

  static async invite(tenant: string): Promise<Walk> {
    return Walk.of(tenant, await ControlClient.create(tenant))
  }

  /** In a sandbox that is there, of someone who was invited. */
  static async of(tenant: string, control: ControlClient): Promise<Walk> {
    const [first] = (await control.mail(1)).links
    if (!first) throw new Error('The invitation has no link.')
    return new Walk(tenant, control, first.href)
  }

  get email(): string {
    return this.control.made.email
  }

  /** A browser without cookies. */
  stranger(): Visitor {
    return new Visitor(this.#tenant, this.control.made.url)
  }

  /** Activation, each step as one press. */
  get activating(): readonly (() => Promise<unknown>)[] {
    return [
      () => this.visitor.open(this.link),
      () => this.#send('/activate', { password: this.password, again: this.password }),
    ]
  }

  /** The first log-in, each step as one press. */
  get loggingIn(): readonly (() => Promise<unknown>)[] {
    let secret: string | undefined
    return [
      () => this.visitor.post('/log-in/email', { email: this.email }),
      () => this.visitor.post('/log-in/password', { password: this.password }),
      () => this.#send('/log-in/method', { method: 'authenticator-app' }),
      async () => {
        const { html } = await this.visitor.post('/log-in/app/trouble')
        secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(' ', '')
      },
      async () => {
        if (!secret) throw new Error('The page shows no key for the authenticator app.')
        await this.#send('/log-in/app', { code: codeAt(secret, Date.now()) })
      },
      () => this.visitor.open('/dashboard'),
    ]
  }

  async activate(): Promise<void> {
    for (const step of this.activating) await step()
  }

  async logIn(): Promise<void> {
    for (const step of this.loggingIn) await step()
  }

  logOut(): Promise<void> {
    return this.#send('/log-out', {})
  }

  drop(): Promise<Response> {
    return this.control.call('', { method: 'DELETE' })
  }

  /** Sends a form; what is right leads on. */
  async #send(path: string, fields: Record<string, string>): Promise<void> {
    const body = new URLSearchParams(fields)
    const answer = await this.visitor.request(path, { method: 'POST', body })
    await answer.arrayBuffer()
    if (answer.status !== 303) throw new Error(`${path} answers ${answer.status}`)
  }
}
