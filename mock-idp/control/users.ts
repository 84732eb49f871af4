import { Hono } from 'hono'
import { userFrom } from '../config/directories.ts'
import { userSchema } from '../config/schema.ts'
import { needUser } from '../mock-idp.ts'
import { directoryOf, save } from './directories.ts'
import { type ControlEnv, ControlError, read } from './env.ts'

/** `/directories/{id}/users`: in the form of a configuration, by sign-in name or id. */
export const users = new Hono<ControlEnv>()

users.get('/', async (c) => c.json((await directoryOf(c)).users))
users.post('/', async (c) => {
  const directory = await directoryOf(c)
  const user = userFrom(await read(userSchema, c.req), directory)
  const name = user.userPrincipalName.toLowerCase()
  if (directory.users.some((each) => each.id === user.id || each.userPrincipalName.toLowerCase() === name))
    throw new ControlError(409, 'USER_EXISTS', `There is a user '${user.userPrincipalName}' already.`)
  directory.users.push(user)
  await save(c, directory, `user added: ${user.userPrincipalName}`)
  return c.json(user, 201)
})
users.get('/:user', async (c) => c.json(needUser(await directoryOf(c), c.req.param('user'))))
users.patch('/:user', async (c) => {
  const directory = await directoryOf(c)
  const user = needUser(directory, c.req.param('user'))
  const change = await read(userSchema.omit({ id: true }).partial(), c.req)
  Object.assign(user, change)
  await save(c, directory, `user changed: ${user.userPrincipalName}`)
  return c.json(user)
})
users.delete('/:user', async (c) => {
  const directory = await directoryOf(c)
  const user = needUser(directory, c.req.param('user'))
  directory.users = directory.users.filter((each) => each !== user)
  for (const group of directory.groups) group.memberIds = group.memberIds.filter((id) => id !== user.id)
  await save(c, directory, `user deleted: ${user.userPrincipalName}`)
  return c.body(null, 204)
})
