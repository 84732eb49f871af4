import { Worker } from 'node:worker_threads'
import { contestants } from './contestants.ts'
import type { Score } from './score.ts'

/** Who plans what; both by name. */
export interface Entry {
  contestant: string
  subject: string
}

export interface Result extends Score {
  /** Milliseconds from the machine to the paths. */
  time: number
  /** Milliseconds once the graph is given; absent if the two cannot be separated. */
  given: number | undefined
}

/** Runs one entry in a separate thread, so that it can be ended. If that happens, or if it dies, the answer says so. */
export function contest(entry: Entry): Promise<Result | string> {
  const seconds = contestants[entry.contestant]?.limit ?? 0
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./contest.worker.ts', import.meta.url), { workerData: entry })
    const timer = setTimeout(() => {
      resolve(`ended after ${seconds} s`)
      void worker.terminate()
    }, seconds * 1_000)
    const end = (answer: Result | string) => {
      clearTimeout(timer)
      resolve(answer)
    }
    worker.once('message', end)
    worker.once('error', (error) => end(error.message))
    worker.once('exit', (code) => end(`ended with code ${code}`))
  })
}
