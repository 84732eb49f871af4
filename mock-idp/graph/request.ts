import type { z } from 'zod'
import type { Directory } from '../directory/types.ts'
import type { Issuer } from '../provider/issuer.ts'
import type { Caller } from './authorize.ts'
import { GraphError } from './errors.ts'

/** What every handler of the Graph-shaped API is given. */
export interface GraphEnv {
  Variables: { issuer: Issuer; directory: Directory; caller: Caller }
  Bindings: { issuer: Issuer; directory: Directory }
}

/** The body, checked; throws a GraphError that names the field. */
export async function read<T>(schema: z.ZodType<T>, request: { json(): Promise<unknown> }): Promise<T> {
  const body = await request.json().catch(() => {
    throw new GraphError(400, 'BadRequest', 'The body is not JSON.')
  })
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new GraphError(
    400,
    'Request_BadRequest',
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
  )
}

export const notFound = (what: string, id: string) =>
  new GraphError(404, 'Request_ResourceNotFound', `There is no ${what} '${id}' in this directory.`)

/** Writes the directory back and tells the log what changed. */
export async function save(
  { issuer, directory }: Pick<GraphEnv['Variables'], 'issuer' | 'directory'>,
  what: string,
) {
  await issuer.state.store.put(directory)
  issuer.emit({ type: 'directory-changed', what }, directory)
}
