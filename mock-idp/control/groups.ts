import { Hono } from 'hono'
import { groupFrom, userIdOfName } from '../config/directories.ts'
import { groupSchema } from '../config/schema.ts'
import { needRoom } from '../directory/room.ts'
import type { Directory, Group } from '../directory/types.ts'
import { UnknownEntry } from '../mock-idp.ts'
import { directoryOf, save } from './directories.ts'
import { type ControlEnv, ControlError, read } from './env.ts'

function needGroup(directory: Directory, name: string): Group {
  const group = directory.groups.find((each) => each.id === name || each.displayName === name)
  if (!group) throw new UnknownEntry('group', name, directory)
  return group
}

/** `/directories/{id}/groups`: by name or id; members by sign-in name or id. */
export const groups = new Hono<ControlEnv>()

groups.get('/', async (c) => c.json((await directoryOf(c)).groups))
groups.post('/', async (c) => {
  const directory = await directoryOf(c)
  const group = groupFrom(await read(groupSchema, c.req), directory)
  if (directory.groups.some(({ id, displayName }) => id === group.id || displayName === group.displayName))
    throw new ControlError(409, 'GROUP_EXISTS', `There is a group '${group.displayName}' already.`)
  needRoom(directory)
  directory.groups.push(group)
  await save(c, directory, `group added: ${group.displayName}`)
  return c.json(group, 201)
})
groups.delete('/:group', async (c) => {
  const directory = await directoryOf(c)
  const group = needGroup(directory, c.req.param('group'))
  directory.groups = directory.groups.filter((each) => each !== group)
  for (const { roleAssignments } of directory.applications) delete roleAssignments[group.id]
  await save(c, directory, `group deleted: ${group.displayName}`)
  return c.body(null, 204)
})
groups.put('/:group/members/:user', async (c) => {
  const directory = await directoryOf(c)
  const group = needGroup(directory, c.req.param('group'))
  group.memberIds = [...new Set([...group.memberIds, userIdOfName(directory, c.req.param('user'))])]
  await save(c, directory, `member added: ${group.displayName}`)
  return c.body(null, 204)
})
groups.delete('/:group/members/:user', async (c) => {
  const directory = await directoryOf(c)
  const group = needGroup(directory, c.req.param('group'))
  const gone = userIdOfName(directory, c.req.param('user'))
  group.memberIds = group.memberIds.filter((id) => id !== gone)
  await save(c, directory, `member removed: ${group.displayName}`)
  return c.body(null, 204)
})
