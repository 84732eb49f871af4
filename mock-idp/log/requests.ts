import { recent } from './recent.ts'

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

/** Answers are enqueued faster than they are asked for. */
export class AnswerQueueFull extends Error {
  readonly code = 'ANSWER_QUEUE_FULL'
  constructor() {
    super(
      `${mostAnswers} enqueued answers wait for requests already: reset the provider, or let the client ask.`,
    )
  }
}

export interface RequestLog {
  record(request: RecordedRequest): void
  take(options?: { path?: string; timeout?: number }): Promise<RecordedRequest>
  /** Throws AnswerQueueFull. */
  enqueue(answer: EnqueuedAnswer): void
  answerFor(path: string): EnqueuedAnswer | undefined
  /** Forgets the requests that came in, and the answers that were not given. */
  forget(): void
}

/** Of the requests that nobody takes. */
const kept = { items: 1000, characters: 16_000_000 }
const mostAnswers = 1000

const pathMatches = (path: string, wanted: string | undefined) =>
  wanted === undefined || (path.split('?')[0] ?? '').endsWith(wanted)

/** First in, first out: requests for `takeRequest`, answers for `enqueue`. The last 1000 requests are kept, fewer if they are long. */
export function requestLog(): RequestLog {
  const requests = recent<RecordedRequest>(kept)
  const answers: EnqueuedAnswer[] = []
  const waiting = new Set<() => void>()

  return {
    record(request) {
      requests.add(request)
      for (const wake of waiting) wake()
    },
    async take({ path, timeout = 2000 } = {}) {
      const deadline = performance.now() + timeout
      for (;;) {
        const found = requests.take((request) => pathMatches(request.path, path))
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
      if (answers.length >= mostAnswers) throw new AnswerQueueFull()
      answers.push(answer)
    },
    forget() {
      requests.clear()
      answers.length = 0
    },
    answerFor(path) {
      const index = answers.findIndex((answer) => pathMatches(path, answer.path))
      return index < 0 ? undefined : answers.splice(index, 1)[0]
    },
  }
}
