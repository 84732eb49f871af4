import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { NumberedEvent } from '../../tenant/events.ts'
import type { ProviderAccess } from '../../tenant/provider-door.ts'
import type { LiveMail } from './mails.ts'

/** A sandbox of the tenant, as the tenant describes it once, when it is made. */
export interface Sandbox {
  id: string
  key: string
  /** The tenant link. */
  url: string
  email: string
  password?: string
  /** Base32, where an authenticator app is enrolled already. */
  totpSecret?: string
  /** Signs in without password or code, once: for flows that begin signed in. */
  signInUrl?: string
  /** Its directory at the provider; `signInUrl` is there only as long as it has not been used. */
  provider: Omit<ProviderAccess, 'signInUrl'> & { signInUrl?: string | undefined }
  /** How much had happened in it when it was taken up again. */
  lastEvent?: number
  /** The sandbox's time in ms since 1970. */
  now: number
}

/** The tenant refused, or could not be reached. The message is for the reader. */
export class SandboxError extends Error {
  override name = 'SandboxError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, init).catch((cause) => {
    throw new SandboxError('unreachable', 'The tenant can’t be reached. Is Doorstep still running?', {
      cause,
    })
  })
  if (answer.ok) return answer
  const { error } = (await answer.json().catch(() => ({}))) as { error?: { code: string; message: string } }
  throw new SandboxError(error?.code ?? 'refused', error?.message ?? `The tenant answered ${answer.status}.`)
}

const send = (method: 'POST' | 'PUT', body: unknown, headers = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** Makes a sandbox in which `given` is true. */
export async function makeSandbox(tenant: string, given: string, credential?: object): Promise<Sandbox> {
  return (await ask(`${tenant}/control/sandboxes`, send('POST', { given, credential }))).json()
}

/** What can be done with a sandbox beside the product. */
export function controlOf(tenant: string, { id, key }: Sandbox) {
  const base = `${tenant}/control/sandboxes/${id}`
  const headers = { authorization: `Bearer ${key}` }
  return {
    /** Number of the last thing that happened in it; undefined where it is gone, or its directory at the provider is. */
    lastEvent: async (): Promise<number | undefined> => {
      const answer = await ask(base, { headers }).catch(() => undefined)
      const { lastEvent, hasProvider } = (await answer?.json()) ?? {}
      return hasProvider ? lastEvent : undefined
    },

    /** Moves the clock. */
    advance: async (ms: number) => {
      await ask(`${base}/clock`, send('POST', { advanceMs: ms }, headers))
    },

    /** Lets the provider do wrong what is chosen; `null`: nothing. */
    misbehave: async (misbehaviour: string | null) => {
      await ask(`${base}/provider/misbehaviour`, send('PUT', { misbehaviour }, headers))
    },

    mail: async (n: number): Promise<LiveMail> => {
      const { subject, from, html, links } = await (await ask(`${base}/mails/${n}`, { headers })).json()
      return { id: String(n), subject, from, html, links }
    },

    /** What happened in the sandbox since event number `from`, and everything that happens until `signal` ends it. */
    async *events(signal: AbortSignal, from = 1): AsyncGenerator<NumberedEvent> {
      const { body } = await ask(`${base}/events?from=${from}`, { headers, signal })
      if (!body) return
      const reader = body
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(new EventSourceParserStream())
        .getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        yield JSON.parse(value.data) as NumberedEvent
      }
    },
  }
}

export type Control = ReturnType<typeof controlOf>
