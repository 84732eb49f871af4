import { Hono } from 'hono'
import { isNameTaken } from '../directory/lookup.ts'
import { makeUser } from '../directory/make.ts'
import { removeUser } from '../directory/remove-user.ts'
import { needRoom } from '../directory/room.ts'
import type { Directory, User } from '../directory/types.ts'
import { type Collection, sendCollection, sendCount } from './collection.ts'
import { GraphError } from './errors.ts'
import { userChange, userInput } from './input.ts'
import { profile } from './profile.ts'
import { type GraphEnv, notFound, read, save } from './request.ts'
import { userProperties, userShape } from './shapes.ts'

/** `/users`. */
export const users = new Hono<GraphEnv>()

const allOf = ({ users: all }: Directory): Collection => ({ ...userProperties, rows: all.map(userShape) })

/** A sign-in name is of the directory's own domains, and nobody else's. */
function checkName(directory: Directory, name: string, self?: User) {
  const domain = name.split('@')[1]?.toLowerCase() ?? ''
  if (!directory.domains.includes(domain))
    throw new GraphError(
      400,
      'Request_BadRequest',
      `userPrincipalName: '${domain}' is not one of this directory's domains (${directory.domains.join(', ')}).`,
    )
  if (isNameTaken(directory, name, self))
    throw new GraphError(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      'userPrincipalName: this user exists already.',
    )
}

users.get('/', (c) => sendCollection(c, allOf(c.var.directory)))
users.get('/$count', (c) => sendCount(c, allOf(c.var.directory)))
users.post('/', async (c) => {
  const { directory } = c.var
  const { passwordProfile, ...fields } = await read(userInput, c.req)
  checkName(directory, fields.userPrincipalName)
  needRoom(directory)
  const user = makeUser({ ...fields, password: passwordProfile.password })
  directory.users.push(user)
  await save(c.var, `user added: ${user.userPrincipalName}`)
  return c.json(userShape(user), 201)
})

function userAt(directory: Directory, id: string) {
  const found = directory.users.find((each) => each.id === id || each.userPrincipalName === id)
  if (!found) throw notFound('user', id)
  return found
}
users.patch('/:id', async (c) => {
  const user = userAt(c.var.directory, c.req.param('id'))
  const { passwordProfile, ...change } = await read(userChange, c.req)
  if (change.userPrincipalName !== undefined) checkName(c.var.directory, change.userPrincipalName, user)
  Object.assign(user, change, passwordProfile && { password: passwordProfile.password })
  await save(c.var, `user changed: ${user.userPrincipalName}`)
  return c.body(null, 204)
})
users.delete('/:id', async (c) => {
  const { directory } = c.var
  const user = userAt(directory, c.req.param('id'))
  removeUser(directory, user)
  await save(c.var, `user deleted: ${user.userPrincipalName}`)
  return c.body(null, 204)
})
users.route(
  '/:id',
  profile((c) => userAt(c.var.directory, c.req.param('id') ?? '')),
)
