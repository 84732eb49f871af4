import { Hono } from 'hono'
import { userFrom } from '../config/directories.ts'
import { userSchema } from '../config/schema.ts'
import { findUserById, isNameTaken } from '../directory/lookup.ts'
import { removeUser } from '../directory/remove-user.ts'
import { needRoom } from '../directory/room.ts'
import { needUser } from '../mock-idp.ts'
import { directoryOf, save } from './directories.ts'
import { type ControlEnv, ControlError, read } from './env.ts'

/** `/directories/{id}/users`: in the form of a configuration, by sign-in name or id. */
export const users = new Hono<ControlEnv>()

const exists = (name: string) => new ControlError(409, 'USER_EXISTS', `There is a user '${name}' already.`)

users.get('/', async (c) => c.json((await directoryOf(c)).users))
users.post('/', async (c) => {
  const directory = await directoryOf(c)
  const user = userFrom(await read(userSchema, c.req), directory)
  if (findUserById(directory, user.id) || isNameTaken(directory, user.userPrincipalName))
    throw exists(user.userPrincipalName)
  needRoom(directory)
  directory.users.push(user)
  await save(c, directory, `user added: ${user.userPrincipalName}`)
  return c.json(user, 201)
})
users.get('/:user', async (c) => c.json(needUser(await directoryOf(c), c.req.param('user'))))
users.patch('/:user', async (c) => {
  const directory = await directoryOf(c)
  const user = needUser(directory, c.req.param('user'))
  const change = await read(userSchema.omit({ id: true }).partial(), c.req)
  const { userPrincipalName: name } = change
  if (name !== undefined && isNameTaken(directory, name, user)) throw exists(name)
  Object.assign(user, change)
  await save(c, directory, `user changed: ${user.userPrincipalName}`)
  return c.json(user)
})
users.delete('/:user', async (c) => {
  const directory = await directoryOf(c)
  const user = needUser(directory, c.req.param('user'))
  removeUser(directory, user)
  await save(c, directory, `user deleted: ${user.userPrincipalName}`)
  return c.body(null, 204)
})
