import { Hono } from 'hono'
import { makeApplication, makeSecret } from '../directory/make.ts'
import { needRoom, needSecretRoom } from '../directory/room.ts'
import type { Application, Directory } from '../directory/types.ts'
import { changeApplication } from './change-application.ts'
import { type Collection, sendCollection, sendCount, sendOne } from './collection.ts'
import { GraphError } from './errors.ts'
import { applicationInput, passwordInput, removePasswordInput } from './input.ts'
import { type GraphEnv, notFound, read, save } from './request.ts'
import { applicationProperties, applicationShape } from './shapes.ts'

const dayMs = 24 * 60 * 60 * 1000
/** Two years, one of them a leap year. */
const longestSecretDays = 731

/** An application by its object id or its client id. */
function applicationAt(directory: Directory, id: string): Application {
  const found = directory.applications.find((each) => each.id === id || each.appId === id)
  if (!found) throw notFound('application', id)
  return found
}

/** `/applications`, with `addPassword` and `removePassword`. */
export const applications = new Hono<GraphEnv>()

const allOf = ({ applications: all }: Directory): Collection => ({
  ...applicationProperties,
  rows: all.map(applicationShape),
})

applications.get('/', (c) => sendCollection(c, allOf(c.var.directory)))
applications.get('/$count', (c) => sendCount(c, allOf(c.var.directory)))
applications.post('/', async (c) => {
  const { directory, issuer } = c.var
  const input = await read(applicationInput, c.req)
  if (input.displayName === undefined)
    throw new GraphError(400, 'Request_BadRequest', 'displayName: a name is required.')
  needRoom(directory)
  const application = makeApplication({ displayName: input.displayName }, issuer.clock())
  changeApplication(application, input)
  directory.applications.push(application)
  await save(c.var, `application registered: ${application.displayName}`)
  return c.json(applicationShape(application), 201)
})
applications.get('/:id', (c) =>
  sendOne(c, applicationShape(applicationAt(c.var.directory, c.req.param('id'))), applicationProperties),
)
applications.patch('/:id', async (c) => {
  const application = applicationAt(c.var.directory, c.req.param('id'))
  changeApplication(application, await read(applicationInput, c.req))
  await save(c.var, `application changed: ${application.displayName}`)
  return c.body(null, 204)
})
applications.delete('/:id', async (c) => {
  const { directory } = c.var
  const application = applicationAt(directory, c.req.param('id'))
  directory.applications = directory.applications.filter((each) => each !== application)
  await save(c.var, `application deleted: ${application.displayName}`)
  return c.body(null, 204)
})

applications.post('/:id/addPassword', async (c) => {
  const application = applicationAt(c.var.directory, c.req.param('id'))
  const { passwordCredential: wanted = {} } = await read(passwordInput, c.req)
  const now = wanted.startDateTime ? Date.parse(wanted.startDateTime) : c.var.issuer.clock()
  const days = wanted.endDateTime ? (Date.parse(wanted.endDateTime) - now) / dayMs : longestSecretDays - 1
  if (days <= 0 || days > longestSecretDays)
    throw new GraphError(
      400,
      'Request_BadRequest',
      'endDateTime: a client secret is valid for at most 24 months from now.',
    )
  needSecretRoom(application)
  const credential = makeSecret(now, { displayName: wanted.displayName ?? '', days })
  application.passwordCredentials.push(credential)
  await save(c.var, `secret added: ${application.displayName}`)
  return c.json(credential)
})
applications.post('/:id/removePassword', async (c) => {
  const application = applicationAt(c.var.directory, c.req.param('id'))
  const { keyId } = await read(removePasswordInput, c.req)
  const left = application.passwordCredentials.filter((each) => each.keyId !== keyId)
  if (left.length === application.passwordCredentials.length) throw notFound('secret', keyId)
  application.passwordCredentials = left
  await save(c.var, `secret removed: ${application.displayName}`)
  return c.body(null, 204)
})
