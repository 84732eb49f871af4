import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { directoryFrom } from '../config/directories.ts'
import { directorySchema } from '../config/schema.ts'
import type { Directory } from '../directory/types.ts'
import { UnknownDirectory } from '../mock-idp.ts'
import { type ControlEnv, ControlError, read } from './env.ts'
import { makeRoom } from './limit.ts'

/** The directory that the path names. Throws UnknownDirectory. */
export async function directoryOf(c: Context<ControlEnv, string>): Promise<Directory> {
  const id = c.req.param('id') ?? ''
  const directory = await c.env.idp.store.get(id)
  if (!directory) throw new UnknownDirectory(id)
  c.env.state.touch(id)
  return directory
}

/** Writes a directory back and tells the log what changed. */
export async function save({ env }: Context<ControlEnv, string>, directory: Directory, what: string) {
  await env.idp.store.put(directory)
  env.state.emit({ type: 'directory-changed', what }, directory)
}

const misbehaveInput = z.strictObject({ misbehaviour: z.string().nullable() })
const clockInput = z.union([
  z.strictObject({ offsetMs: z.int() }),
  z.strictObject({ advanceMs: z.int() }),
  z.strictObject({ now: z.iso.datetime() }),
])
/** Directories of a class are counted together. */
const newDirectory = directorySchema.extend({ class: z.string().min(1).default('default') })

/** A directory as it is shown: passwords and secrets too, because all of it is test data. */
const shown = (c: Context<ControlEnv, string>, directory: Directory) => ({
  ...directory,
  issuer: c.env.idp.issuer(directory),
  ...(c.env.idp.secureUrl && { secureIssuer: c.env.idp.issuer(directory, { secure: true }) }),
})

/** `/directories`: making and removing them, their misbehaviour, keys and clock. */
export const directories = new Hono<ControlEnv>()

directories.get('/', async (c) => {
  const all = await c.env.idp.store.list()
  return c.json(all.map((each) => ({ id: each.id, kind: each.kind, displayName: each.displayName })))
})
directories.post('/', async (c) => {
  const { class: name, ...config } = await read(newDirectory, c.req)
  const directory = directoryFrom(config, Date.now())
  if (await c.env.idp.store.get(directory.id))
    throw new ControlError(
      409,
      'DIRECTORY_EXISTS',
      `There is a directory '${directory.id}' already: give another id.`,
    )
  await makeRoom(c.env, name)
  directory.metadata = { class: name }
  c.env.state.touch(directory.id)
  await c.env.idp.addDirectory(directory)
  return c.json(shown(c, directory), 201)
})
directories.get('/:id', async (c) => c.json(shown(c, await directoryOf(c))))
directories.delete('/:id', async (c) => {
  await c.env.idp.removeDirectory((await directoryOf(c)).id)
  return c.body(null, 204)
})

directories.put('/:id/misbehaviour', async (c) => {
  const { misbehaviour } = await read(misbehaveInput, c.req)
  await c.env.idp.misbehave((await directoryOf(c)).id, misbehaviour ?? undefined)
  return c.body(null, 204)
})
directories.post('/:id/rotate-keys', async (c) => {
  await c.env.idp.rotateKeys((await directoryOf(c)).id)
  return c.body(null, 204)
})

const clockShape = ({ state }: ControlEnv['Bindings'], directory: Directory) => ({
  now: new Date(state.clockOf(directory)()).toISOString(),
  offsetMs: directory.clockOffset ?? 0,
})
directories.get('/:id/clock', async (c) => c.json(clockShape(c.env, await directoryOf(c))))
directories.put('/:id/clock', async (c) => {
  const directory = await directoryOf(c)
  const input = await read(clockInput, c.req)
  const before = directory.clockOffset ?? 0
  const offset =
    'offsetMs' in input
      ? input.offsetMs
      : 'advanceMs' in input
        ? before + input.advanceMs
        : Date.parse(input.now) - c.env.state.clock()
  await c.env.idp.setClock(directory.id, offset)
  return c.json(clockShape(c.env, directory))
})
