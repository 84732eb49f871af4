import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type ListedPages, listPages, type SkippedPage } from './list-pages.ts'
import { type GivenPage, gatherPages, type ReadPages, readListed } from './read-pages.ts'

/** In a package, what runs is compiled. */
const WORKER = new URL(`./read-pages.worker${extname(import.meta.url)}`, import.meta.url)

type Files = ListedPages['files']

/** Fewer pages are read before a worker has started. */
const MANY = 400

function readInWorker(files: Files): Promise<(GivenPage | SkippedPage)[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: files })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/**
 * Reads the given files and folders; many pages on all processors at once.
 * @param many pages from which on workers are started
 */
export async function readManyPages(inputs: string[], many = MANY): Promise<ReadPages> {
  const { files, skipped } = listPages(inputs)
  const workers = files.length < many ? 1 : Math.min(availableParallelism(), 8)
  if (workers === 1) return gatherPages(inputs, files.map(readListed), skipped)
  const size = Math.ceil(files.length / workers)
  const parts = Array.from({ length: workers }, (_, n) => files.slice(n * size, (n + 1) * size))
  const read = await Promise.all(parts.filter(({ length }) => length > 0).map(readInWorker))
  return gatherPages(inputs, read.flat(), skipped)
}
