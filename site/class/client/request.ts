import type { Pass } from './keys.ts'

/** How long the server may take, in ms. */
const PATIENCE = 15_000

/** The server refused, or did not answer. The message is for the reader. */
export class RequestError extends Error {
  override name = 'RequestError'
  /** `unreachable` where there was no answer. */
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Whether the same request may succeed later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof RequestError && ['unreachable', 'too-fast', 'failed', 'store-away'].includes(error.code)

/**
 * Asks the class server.
 * @param path below `/class-api`
 * @throws RequestError
 */
export async function request(method: string, path: string, key?: string, body?: object): Promise<Response> {
  const init: RequestInit = {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }
  const answer = await fetch(`/class-api${path}`, init).catch((cause) => {
    throw new RequestError('unreachable', 'The server does not answer. Are you online?', { cause })
  })
  if (answer.ok) return answer
  const { error } = (await answer.json().catch(() => ({}))) as { error?: { code: string; message: string } }
  if (error) throw new RequestError(error.code, error.message)
  // What is in front of a server that is about to come back says so in its own way.
  if (answer.status >= 500) throw new RequestError('unreachable', 'The server does not answer. Try again.')
  throw new RequestError('no-server', 'Classes need Doorstep’s server: start it with "npm start".')
}

/** Asks with a pass, and reads the answer as JSON. */
export const ask = async <T>(method: string, { code, key }: Pass, path: string, body?: object): Promise<T> =>
  (await request(method, `/classes/${code}${path}`, key, body)).json()
