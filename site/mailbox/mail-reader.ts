import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { MailContent } from './read-mail.ts'

const SECOND = 1_000
const MEGABYTE = 1024 * 1024

/** A mail could not be read. */
export class UnreadableMail extends Error {
  override name = 'UnreadableMail'
}

type Answer = { mail: MailContent } | { error: string }

/** In a package, what runs is compiled. */
const thread = new URL(`./read-mail.worker${extname(import.meta.url)}`, import.meta.url)

/**
 * Reads mails one after the other in a thread of its own, so that a message that takes long keeps nobody waiting but other
 * messages. Each has a time, and one more second for each megabyte; then the thread is ended, and the next message gets a new one.
 */
export class MailReader {
  readonly #seconds: number
  #worker: Worker | undefined
  #last: Promise<unknown> = Promise.resolve()

  /** @param seconds that any message may take. Default: two */
  constructor(seconds = 2) {
    this.#seconds = seconds
  }

  /** @throws UnreadableMail when it is not a mail, or takes too long */
  read(raw: Uint8Array): Promise<MailContent> {
    const read = this.#last.then(() => this.#ask(raw))
    this.#last = read.catch(() => undefined)
    return read
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  async #ask(raw: Uint8Array): Promise<MailContent> {
    const worker = this.#worker ?? (await startWorker())
    this.#worker = worker
    const patience = Math.ceil((this.#seconds + raw.length / MEGABYTE) * SECOND)
    try {
      const answered = once(worker, 'message', { signal: AbortSignal.timeout(patience) })
      worker.postMessage(raw)
      const [answer] = (await answered) as [Answer]
      if ('mail' in answer) return answer.mail
      throw new UnreadableMail(`The message is no mail: ${answer.error}`)
    } catch (error) {
      if (error instanceof UnreadableMail) throw error
      await this.close()
      const took = `reading it took more than ${Math.ceil(patience / SECOND)} seconds`
      const why = error instanceof Error && error.name === 'AbortError' ? took : String(error)
      throw new UnreadableMail(`The message can't be read: ${why}`)
    }
  }
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: 512 } })
  await once(worker, 'message')
  worker.unref()
  return worker
}
