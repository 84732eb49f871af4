import { Hono } from 'hono'
import { z } from 'zod'
import { findUserById } from '../directory/lookup.ts'
import { makeGroup } from '../directory/make.ts'
import type { Directory, Group } from '../directory/types.ts'
import { type Collection, sendCollection, sendCount, sendOne } from './collection.ts'
import { GraphError } from './errors.ts'
import { type GraphEnv, notFound, read, save } from './request.ts'
import { groupProperties, groupShape, userProperties, userShape } from './shapes.ts'

const groupInput = z.strictObject({
  displayName: z.string().trim().min(1).max(256),
  description: z.string().optional(),
  mailNickname: z.string(),
  mailEnabled: z.literal(false),
  securityEnabled: z.literal(true),
  groupTypes: z.array(z.never()).optional(),
})
const reference = z.strictObject({ '@odata.id': z.string() })

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
  const { displayName } = await read(groupInput, c.req)
  const group = makeGroup({ displayName })
  directory.groups.push(group)
  await save(c.var, `group added: ${displayName}`)
  return sendOne(c, groupShape(group), groupProperties, 201)
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

groups.get('/:id/members', (c) =>
  sendCollection(c, membersOf(c.var.directory, groupAt(c.var.directory, c.req.param('id')))),
)
groups.post('/:id/members/$ref', async (c) => {
  const { directory } = c.var
  const group = groupAt(directory, c.req.param('id'))
  const id = (await read(reference, c.req))['@odata.id'].split('/').at(-1) ?? ''
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
