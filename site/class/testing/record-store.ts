import { Hono } from 'hono'
import { z } from 'zod'
import { serve } from '../../serve.ts'

const iri = z.url()
const duration = z
  .string()
  .regex(/^PT\d+(\.\d{1,2})?S$/, 'an ISO 8601 duration, to a hundredth of a second at most')

/** What xAPI 1.0.3 part two, sections 2.4 and 4 ask of a statement, as far as a class sends it. */
const statement = z.strictObject({
  id: z.uuid(),
  actor: z.strictObject({
    objectType: z.literal('Agent'),
    name: z.string().min(1),
    account: z.strictObject({ homePage: iri, name: z.string().min(1) }),
  }),
  verb: z.strictObject({ id: iri, display: z.record(z.string(), z.string()) }),
  object: z.strictObject({
    objectType: z.literal('Activity'),
    id: iri,
    definition: z.strictObject({ type: iri, name: z.record(z.string(), z.string()) }),
  }),
  result: z
    .strictObject({
      completion: z.boolean(),
      success: z.boolean(),
      duration: duration.optional(),
      extensions: z.record(iri, z.unknown()),
    })
    .optional(),
  context: z.strictObject({ registration: z.uuid(), platform: z.string() }),
  timestamp: z.iso.datetime(),
})

type Statement = z.infer<typeof statement>

const verbOf = ({ verb }: Statement) => verb.id.slice(verb.id.lastIndexOf('/') + 1)

/** What is wrong with the order or the results of statements about one person and one activity; each in a sentence. */
function problemsOf(all: readonly Statement[]): string[] {
  const [first, ...others] = all
  if (!first) return []
  return [
    ...(verbOf(first) === 'initialized' ? [] : [`It begins with “${verbOf(first)}”.`]),
    ...others.flatMap((one) => {
      const isLate = one.timestamp < first.timestamp
      const verb = verbOf(one)
      const isResult = one.result !== undefined && one.result.success === (verb !== 'failed')
      return [
        ...(isLate ? [`“${verb}” is before “initialized”.`] : []),
        ...(isResult ? [] : [`“${verb}” has no result that fits it.`]),
        ...(verb === 'passed' && !one.result?.duration ? ['“passed” says no duration.'] : []),
      ]
    }),
  ]
}

/**
 * A learning record store that checks what it is sent: the shape of each statement, and that those of a person about an activity
 * come in an order and with results that make sense.
 */
export async function startRecordStore() {
  const kept: Statement[] = []
  const app = new Hono().post('/xapi/statements', async (c) => {
    if (!c.req.header('x-experience-api-version')?.startsWith('1.0.')) return c.text('Which version?', 400)
    const read = z.array(statement).safeParse(await c.req.json())
    if (!read.success) return c.text(z.prettifyError(read.error), 400)
    const ids = new Set([...kept, ...read.data].map(({ id }) => id))
    if (ids.size < kept.length + read.data.length) return c.text('Two statements have the same id.', 409)
    const groups = Map.groupBy(read.data, ({ context, object }) => `${context.registration} ${object.id}`)
    const problems = [...groups.values()].flatMap(problemsOf)
    if (problems.length > 0) return c.text(problems.join('\n'), 400)
    kept.push(...read.data)
    return c.json(read.data.map(({ id }) => id))
  })
  return { ...(await serve(app)), kept }
}
