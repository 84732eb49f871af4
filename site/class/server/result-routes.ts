import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { resultsAsCsv, resultsOf } from '../model/results.ts'
import { statementsOf } from '../model/xapi.ts'
import type { Classroom } from './classroom.ts'

/** A UUID of version 8 (RFC 9562 section 5.8) for a text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/**
 * The results of a class as CSV, JSON and xAPI statements.
 * @param asTrainer the class of a request, where its key is the trainer's
 * @param site its origin, for names in statements
 */
export const resultRoutes = (asTrainer: (c: Context) => Promise<Classroom>, site: () => string): Hono =>
  new Hono()
    .get('/results.csv', async (c) => {
      const results = resultsOf((await asTrainer(c)).state)
      return c.body(resultsAsCsv(results), 200, { 'content-type': 'text/csv; charset=utf-8' })
    })
    .get('/results.json', async (c) => c.json(resultsOf((await asTrainer(c)).state)))
    .get('/results.xapi.json', async (c) =>
      c.json(statementsOf((await asTrainer(c)).state, { site: site(), uuid: uuidOf })),
    )
