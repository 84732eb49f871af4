import { Hono } from 'hono'
import { z } from 'zod'
import { needUser } from '../mock-idp.ts'
import { directoryOf } from './directories.ts'
import { type ControlEnv, read } from './env.ts'

const who = z.strictObject({ user: z.string() })
const tokenInput = who.extend({ application: z.string(), scope: z.string().optional() })

/** `/directories/{id}`: what a person does there, without the person. */
export const people = new Hono<ControlEnv>()

people.post('/sign-in', async (c) => {
  const directory = await directoryOf(c)
  const { user } = await read(who, c.req)
  return c.json({ url: c.env.idp.signInUrl(directory, needUser(directory, user)) })
})
people.post('/sign-out', async (c) => {
  const { id } = await directoryOf(c)
  const { user } = await read(who, c.req)
  return c.json({ sessions: await c.env.idp.signOut(id, user) })
})
people.post('/token', async (c) => {
  const { id } = await directoryOf(c)
  return c.json(await c.env.idp.tokensFor(id, await read(tokenInput, c.req)))
})
