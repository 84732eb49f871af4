/** A passport strategy, as passport itself uses it: what it decides, it tells by these methods. */
export interface Strategy {
  authenticate(request: object, options?: object): void
}

export type Decision =
  | { redirect: string }
  | { user: Record<string, unknown> }
  | { failure: string }
  | { error: Error }

/** The part of a request that strategies look at. */
export interface PassportRequest {
  method: 'GET' | 'POST'
  url: string
  query: Record<string, string>
  body?: Record<string, string>
  session: object
}

/** Longer than the slowest misbehaviour takes. */
const patienceMs = 20_000

/**
 * Lets a strategy decide on one request, in an object of its own as passport does. Some never decide when an answer breaks off:
 * then a person waits for ever.
 */
export const decide = (
  strategy: Strategy,
  request: PassportRequest,
  options: object = {},
): Promise<Decision> =>
  new Promise((settle) => {
    const timer = setTimeout(() => settle({ failure: 'waits for ever' }), patienceMs)
    // Thrown in a callback it would end the process, as it ends an application.
    const crashed = (error: Error) => settle({ error: new Error(`ends the process: ${error.message}`) })
    process.once('uncaughtException', crashed)
    const resolve = (decision: Decision) => {
      clearTimeout(timer)
      process.off('uncaughtException', crashed)
      settle(decision)
    }
    const attempt: Strategy = Object.create(strategy)
    Object.assign(attempt, {
      redirect: (url: string) => resolve({ redirect: url }),
      success: (user: Record<string, unknown>) => resolve({ user }),
      fail: (why: unknown) => resolve({ failure: textOf(why) }),
      error: (error: Error) => resolve({ error }),
    })
    attempt.authenticate(Object.assign(request, { headers: {}, connection: { encrypted: false } }), options)
  })

const textOf = (why: unknown) =>
  typeof why === 'object' && why !== null && 'message' in why ? String(why.message) : String(why)

/** What changes from run to run is left out. */
export const short = (text: string) =>
  text
    .replace(/^[\w:.\s-]*In \w+: /, '')
    .replaceAll(/https?:\/\/\S+|[\da-f-]{20,}|\d{6,}/g, '…')
    .slice(0, 60)
