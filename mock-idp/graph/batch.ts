import { z } from 'zod'
import { GraphError } from './errors.ts'

const batchInput = z.strictObject({
  requests: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        method: z.string(),
        url: z.string().startsWith('/'),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .max(20),
})

interface BatchAnswer {
  id: string
  status: number
  headers: Record<string, string>
  body?: unknown
}

async function answerOf(id: string, response: Response): Promise<BatchAnswer> {
  const { status } = response
  const type = response.headers.get('content-type') ?? ''
  const headers: Record<string, string> = type === '' ? {} : { 'content-type': type }
  const bytes = Buffer.from(await response.arrayBuffer())
  if (bytes.length === 0) return { id, status, headers }
  // What is no JSON travels as base64 (learn.microsoft.com/graph/json-batching).
  const body: unknown = type.includes('json') ? JSON.parse(bytes.toString('utf8')) : bytes.toString('base64')
  return { id, status, headers, body }
}

const failed = (id: string): BatchAnswer => ({
  id,
  status: 424,
  headers: { 'content-type': 'application/json' },
  body: { error: { code: 'FailedDependency', message: 'A request that this one depends on has failed.' } },
})

/**
 * Answers a `$batch`, one request after the other, at most twenty (learn.microsoft.com/graph/json-batching).
 * @param send the API itself, for a path below the version
 */
export async function answerBatch(
  input: unknown,
  authorization: string,
  send: (path: string, init: RequestInit) => Promise<Response>,
): Promise<{ responses: BatchAnswer[] }> {
  const parsed = batchInput.safeParse(input)
  if (!parsed.success) throw new GraphError(400, 'BadRequest', z.prettifyError(parsed.error))
  const responses: BatchAnswer[] = []
  const isGood = (id: string) => responses.some((each) => each.id === id && each.status < 400)
  for (const { id, method, url, headers = {}, body, dependsOn = [] } of parsed.data.requests) {
    if (!dependsOn.every(isGood)) {
      responses.push(failed(id))
      continue
    }
    if (url.startsWith('/$batch')) throw new GraphError(400, 'BadRequest', 'A batch has no batch in it.')
    const init = { method, headers: { 'content-type': 'application/json', ...headers, authorization } }
    responses.push(
      await answerOf(
        id,
        await send(url, { ...init, ...(body !== undefined && { body: JSON.stringify(body) }) }),
      ),
    )
  }
  return { responses }
}
