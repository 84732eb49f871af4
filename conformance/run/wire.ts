import type { Browser, BrowserContext, Request } from '@playwright/test'
import type { Exchange } from '../report/result.ts'
import { maskUrl } from './mask-url.ts'

/** What a person would call a request: pages, and what scripts ask for; no pictures, styles and streams. */
const TOLD = ['document', 'xhr', 'fetch']

/** Listens to what a browser asks for, from now on: in this context, and in those that are opened for other people. */
export class Wire {
  #requests: Request[] = []
  readonly #browser: Browser | null

  constructor(context: BrowserContext) {
    this.#browser = context.browser()
    this.#listen(context)
    this.#browser?.on('context', this.#listen)
  }

  readonly #listen = (context: BrowserContext) => {
    context.on('request', (request) => {
      if (TOLD.includes(request.resourceType())) this.#requests.push(request)
    })
  }

  /** Listens to no context that is opened later. */
  close(): void {
    this.#browser?.off('context', this.#listen)
  }

  /** Everything that was asked for since the last time, in order; what has no answer yet has no status. */
  async take(): Promise<Exchange[]> {
    const requests = this.#requests
    this.#requests = []
    return Promise.all(requests.map(exchangeOf))
  }
}

async function exchangeOf(request: Request): Promise<Exchange> {
  const { responseStart } = request.timing()
  const fields = await fieldsOf(request)
  const failure = request.failure()?.errorText
  return {
    method: request.method(),
    url: maskUrl(request.url()),
    status: request.existingResponse()?.status(),
    type: request.resourceType(),
    ...(failure && { failure }),
    ...(responseStart >= 0 && { took: Math.round(responseStart) }),
    ...(fields.length > 0 && { fields }),
  }
}

/** Names of what was sent, never values. */
async function fieldsOf(request: Request): Promise<string[]> {
  const body = request.postDataBuffer()
  const type = request.headers()['content-type'] ?? ''
  if (!body?.length) return []
  const sent = new Response(new Uint8Array(body), { headers: { 'content-type': type } })
  try {
    return /json/.test(type) ? Object.keys(await sent.json()) : [...(await sent.formData()).keys()]
  } catch {
    return []
  }
}
