import { type Context, Hono } from 'hono'
import { findUserById } from '../directory/lookup.ts'
import { makeGroup } from '../directory/make.ts'
import { needRoom } from '../directory/room.ts'
import type { Directory, Group } from '../directory/types.ts'
import { type Collection, sendCollection, sendCount, sendOne } from './collection.ts'
import { GraphError } from './errors.ts'
import { groupInput, memberInput } from './input.ts'
import { type GraphEnv, notFound, read, save } from './request.ts'
import { groupProperties, groupShape, userProperties, userShape } from './shapes.ts'

function groupAt(directory: Directory, id: string): Group {
  const found = directory.groups.find((each) => each.id === id)
  if (!found) throw notFound('group', id)
  return found
}

const allOf = ({ groups }: Directory): Collection => ({ ...groupProperties, rows: groups.map(groupShape) })

export const membersOf = (directory: Directory, { memberIds }: Group): Collection => ({
  ...userProperties,
  rows: memberIds.flatMap((id) => {
    const user = findUserById(directory, id)
    return user ? [{ '@odata.type': '#microsoft.graph.user', ...userShape(user) }] : []
  }),
})

/** The groups of a user. */
export const groupsOfUser = (directory: Directory, userId: string): Collection => ({
  ...groupProperties,
  rows: directory.groups.filter(({ memberIds }) => memberIds.includes(userId)).map(groupShape),
})

/** `/groups`, with members. */
export const groups = new Hono<GraphEnv>()

groups.get('/', (c) => sendCollection(c, allOf(c.var.directory)))
groups.get('/$count', (c) => sendCount(c, allOf(c.var.directory)))
groups.post('/', async (c) => {
  const { directory } = c.var
  const { displayName, description, mailNickname } = await read(groupInput, c.req)
  needRoom(directory)
  const group = makeGroup({ displayName, mailNickname, ...(description !== undefined && { description }) })
  directory.groups.push(group)
  await save(c.var, `group added: ${displayName}`)
  return c.json(groupShape(group), 201)
})
groups.get('/:id', (c) =>
  sendOne(c, groupShape(groupAt(c.var.directory, c.req.param('id'))), groupProperties),
)
groups.delete('/:id', async (c) => {
  const { directory } = c.var
  const group = groupAt(directory, c.req.param('id'))
  directory.groups = directory.groups.filter((each) => each !== group)
  await save(c.var, `group deleted: ${group.displayName}`)
  return c.body(null, 204)
})

for (const path of ['/:id/members', '/:id/transitiveMembers'] as const) {
  const members = ({ var: { directory } }: Context<GraphEnv>, id: string) =>
    membersOf(directory, groupAt(directory, id))
  groups.get(path, (c) => sendCollection(c, members(c, c.req.param('id'))))
  groups.get(`${path}/$count`, (c) => sendCount(c, members(c, c.req.param('id'))))
}
groups.post('/:id/members/$ref', async (c) => {
  const { directory } = c.var
  const group = groupAt(directory, c.req.param('id'))
  const id = (await read(memberInput, c.req))['@odata.id'].split('/').at(-1) ?? ''
  if (!findUserById(directory, id)) throw notFound('user', id)
  if (group.memberIds.includes(id))
    throw new GraphError(400, 'Request_BadRequest', `The user '${id}' is a member already.`)
  group.memberIds.push(id)
  await save(c.var, `member added: ${group.displayName}`)
  return c.body(null, 204)
})
groups.delete('/:id/members/:user/$ref', async (c) => {
  const group = groupAt(c.var.directory, c.req.param('id'))
  const left = group.memberIds.filter((id) => id !== c.req.param('user'))
  if (left.length === group.memberIds.length) throw notFound('member', c.req.param('user'))
  group.memberIds = left
  await save(c.var, `member removed: ${group.displayName}`)
  return c.body(null, 204)
})
