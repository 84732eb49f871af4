/** A request as it came in, body included and nothing masked: for the assertions of a test. */
export interface RecordedRequest {
  method: string
  /** Path and query. */
  path: string
  headers: Record<string, string>
  body: string
  /** The body as a form, when it is one. */
  form: Record<string, string>
}

/** An answer to give instead of the real one. */
export interface EnqueuedAnswer {
  /** Only requests whose path ends with this are answered; without it the next one is. */
  path?: string
  status?: number
  headers?: Record<string, string>
  /** A string goes out as it is, anything else as JSON. */
  body?: unknown
}

export class RequestQueueEmpty extends Error {
  readonly code = 'REQUEST_QUEUE_EMPTY'
  constructor(waitedMs: number) {
    super(`No request came in within ${waitedMs} ms: let the client call the provider before takeRequest().`)
  }
}

export interface RequestLog {
  record(request: RecordedRequest): void
  take(options?: { path?: string; timeout?: number }): Promise<RecordedRequest>
  enqueue(answer: EnqueuedAnswer): void
  answerFor(path: string): EnqueuedAnswer | undefined
  /** Forgets the requests that came in, and the answers that were not given. */
  forget(): void
}

const kept = 1000

const pathMatches = (path: string, wanted: string | undefined) =>
  wanted === undefined || (path.split('?')[0] ?? '').endsWith(wanted)

/** First in, first out: requests for `takeRequest`, answers for `enqueue`. The last 1000 requests are kept. */
export function requestLog(): RequestLog {
  const requests: RecordedRequest[] = []
  const answers: EnqueuedAnswer[] = []
  const waiting = new Set<() => void>()

  return {
    record(request) {
      requests.push(request)
      if (requests.length > kept) requests.shift()
      for (const wake of waiting) wake()
    },
    async take({ path, timeout = 2000 } = {}) {
      const deadline = performance.now() + timeout
      for (;;) {
        const index = requests.findIndex((request) => pathMatches(request.path, path))
        const [found] = index < 0 ? [] : requests.splice(index, 1)
        if (found) return found
        const left = deadline - performance.now()
        if (left <= 0) throw new RequestQueueEmpty(timeout)
        await new Promise<void>((resolve) => {
          const done = () => {
            clearTimeout(timer)
            waiting.delete(done)
            resolve()
          }
          const timer = setTimeout(done, left)
          waiting.add(done)
        })
      }
    },
    enqueue(answer) {
      answers.push(answer)
    },
    forget() {
      requests.length = 0
      answers.length = 0
    },
    answerFor(path) {
      const index = answers.findIndex((answer) => pathMatches(path, answer.path))
      return index < 0 ? undefined : answers.splice(index, 1)[0]
    },
  }
}
