import { EventSourceParserStream } from 'eventsource-parser/stream'
import type { NumberedExchange } from '../../tenant/exchange.ts'
import type { ProviderAccess } from '../../tenant/provider-door.ts'
import type { LiveMail } from './mails.ts'
import { readEvent, type StreamedEvent } from './read-event.ts'
import { whileHeard } from './while-heard.ts'

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
  /** The sandbox's time in ms since 1970, when it was made. */
  now: number
}

/** What the tenant says of a sandbox that is there. */
export interface SandboxStatus {
  /** The sandbox's time in ms since 1970. */
  now: number
  /** Number of the last thing that happened in it. */
  lastEvent: number
  /** Its directory at the provider is there. */
  hasProvider: boolean
}

/** How long the tenant may take to answer, in ms. */
const PATIENCE = 15_000
/** How long its stream may be silent, in ms: it says every 15 seconds that it is alive. */
const SILENCE = 40_000

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
    init.signal?.throwIfAborted()
    throw new SandboxError('unreachable', 'The tenant can’t be reached. Is Doorstep still running?', {
      cause,
    })
  })
  if (answer.ok) return answer
  const { error } = (await answer.json().catch(() => ({}))) as { error?: { code: string; message: string } }
  throw new SandboxError(error?.code ?? 'refused', error?.message ?? `The tenant answered ${answer.status}.`)
}

const askSoon = (url: string, init: RequestInit = {}): Promise<Response> =>
  ask(url, { ...init, signal: AbortSignal.timeout(PATIENCE) }).catch((error: Error) => {
    if (error.name !== 'TimeoutError') throw error
    throw new SandboxError('unreachable', 'The tenant does not answer.', { cause: error })
  })

/** Whether a sandbox is no longer there. */
export const isGone = (error: unknown): boolean =>
  error instanceof SandboxError && ['not-found', 'not-authorised'].includes(error.code)

const send = (method: 'POST' | 'PUT', body: unknown, headers = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** Makes a sandbox of a tenant in which `given` is true. */
export type MakeSandbox = (tenant: string, given: string, credential?: object) => Promise<Sandbox>

export const makeSandbox: MakeSandbox = async (tenant, given, credential) =>
  (await askSoon(`${tenant}/control/sandboxes`, send('POST', { given, credential }))).json()

/** What a sandbox offers in addition to the product. */
export function controlOf(tenant: string, { id, key }: Sandbox) {
  const base = `${tenant}/control/sandboxes/${id}`
  const headers = { authorization: `Bearer ${key}` }
  return {
    /** @throws SandboxError, of which {@link isGone} says whether it is no longer there */
    status: async (): Promise<SandboxStatus> => (await askSoon(base, { headers })).json(),

    /** Moves the clock. */
    advance: async (ms: number) => {
      await askSoon(`${base}/clock`, send('POST', { advanceMs: ms }, headers))
    },

    /** Lets the provider do wrong what is chosen; `null`: nothing. */
    misbehave: async (misbehaviour: string | null) => {
      await askSoon(`${base}/provider/misbehaviour`, send('PUT', { misbehaviour }, headers))
    },

    /** A mail by its number; `undefined` where it is no longer kept. */
    mail: async (n: number): Promise<LiveMail | undefined> => {
      const answer = await askSoon(`${base}/mails/${n}`, { headers }).catch((error: Error) => {
        if (error instanceof SandboxError && error.code === 'mail-not-found') return undefined
        throw error
      })
      if (!answer) return undefined
      const { subject, from, to, html, links, receivedAt } = await answer.json()
      return { id: String(n), subject, from, to, html, links, receivedAt }
    },

    /** What went over the wire, whole, from the event of this number on; some of it at a time. */
    exchanges: async (from: number): Promise<NumberedExchange[]> =>
      (await askSoon(`${base}/exchanges?from=${from}`, { headers })).json(),

    /**
     * Connects to the stream.
     * @returns what happened in the sandbox since event number `from`, and everything that happens until `signal` ends it
     */
    async events(signal: AbortSignal, from: number): Promise<AsyncIterable<StreamedEvent>> {
      const { body } = await ask(`${base}/events?from=${from}`, { headers, signal })
      return read(body ?? new ReadableStream({ start: (nothing) => nothing.close() }))
    },
  }
}

async function* read(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<StreamedEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(whileHeard(SILENCE))
    .pipeThrough(new EventSourceParserStream())
    .getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield readEvent(value.data)
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

export type Control = ReturnType<typeof controlOf>
