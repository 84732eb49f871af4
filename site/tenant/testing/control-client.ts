import type { MailLink } from '../../mailbox/links-of.ts'
import type { NewSandbox } from '../control/create-sandbox.ts'
import type { NumberedEvent } from '../events.ts'

interface KeptMail {
  n: number
  from: string
  to: string
  subject: string
  html: string
  text: string
  raw: string
  links: MailLink[]
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** Speaks to the control API as the harness and the site do. */
export class ControlClient {
  readonly made: NewSandbox
  readonly #api: string

  constructor(api: string, made: NewSandbox) {
    this.#api = api
    this.made = made
  }

  static async create(origin: string, wanted?: Record<string, unknown>): Promise<ControlClient> {
    const api = `${origin}/control/sandboxes`
    const response = await fetch(api, {
      method: 'POST',
      headers: JSON_TYPE,
      ...(wanted ? { body: JSON.stringify(wanted) } : {}),
    })
    if (response.status !== 201) throw new Error(`No sandbox: ${response.status} ${await response.text()}`)
    return new ControlClient(api, (await response.json()) as NewSandbox)
  }

  /** Any call with the sandbox's key; `path` begins with a slash or is empty. */
  call(path: string, init: RequestInit = {}, key = this.made.key): Promise<Response> {
    const headers = {
      authorization: `Bearer ${key}`,
      ...JSON_TYPE,
      ...(init.headers as Record<string, string>),
    }
    return fetch(`${this.#api}/${this.made.id}${path}`, { ...init, headers })
  }

  async advance(advanceMs: number): Promise<void> {
    await this.call('/clock', { method: 'POST', body: JSON.stringify({ advanceMs }) })
  }

  async mails(): Promise<KeptMail[]> {
    return (await this.call('/mails')).json() as Promise<KeptMail[]>
  }

  async mail(n: number): Promise<KeptMail> {
    return (await this.call(`/mails/${n}`)).json() as Promise<KeptMail>
  }

  /** Where a link of a mail leads. */
  async link(label: string, n = 1): Promise<string> {
    const found = (await this.mail(n)).links.find((link) => link.label === label)
    if (!found) throw new Error(`Mail ${n} has no link "${label}"`)
    return found.href
  }

  /** Reads the stream from event number `from` until `enough` of it has come. */
  async events(
    enough: (events: NumberedEvent[]) => boolean,
    headers: Record<string, string> = {},
    query = '',
  ) {
    const abort = new AbortController()
    const response = await this.call(`/events${query}`, { headers, signal: abort.signal })
    const events: NumberedEvent[] = []
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^data: ?(.*)$/m.exec(block)?.[1]
        if (data) events.push(JSON.parse(data) as NumberedEvent)
      }
      if (enough(events)) break
    }
    abort.abort()
    return events
  }
}
