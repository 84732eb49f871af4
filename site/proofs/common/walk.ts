import { randomBytes } from 'node:crypto'
import { codeAt } from '../../../machines/devices/authenticator-app.ts'
import { ControlClient } from '../../tenant/testing/control-client.ts'
import { Visitor } from '../../tenant/testing/visitor.ts'

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
    const control = await ControlClient.create(tenant)
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

  async activate(): Promise<void> {
    await this.visitor.open(this.link)
    await this.#send('/activate', { password: this.password, again: this.password })
  }

  async logIn(): Promise<void> {
    await this.visitor.passPassword(this.email, this.password)
    await this.#send('/log-in/method', { method: 'authenticator-app' })
    const { html } = await this.visitor.post('/log-in/app/trouble')
    const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(' ', '')
    if (!secret) throw new Error('The page shows no key for the authenticator app.')
    await this.#send('/log-in/app', { code: codeAt(secret, Date.now()) })
    await this.visitor.open('/dashboard')
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
