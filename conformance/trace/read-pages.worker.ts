import { parentPort, workerData } from 'node:worker_threads'
import type { ListedPages } from './list-pages.ts'
import { readListed } from './read-pages.ts'

/** Reads its part of the pages and answers with what it found. */
parentPort?.postMessage((workerData as ListedPages['files']).map(readListed))
