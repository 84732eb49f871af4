import { Hono } from 'hono'
import { z } from 'zod'
import { applicationFrom } from '../config/directories.ts'
import { applicationSchema } from '../config/schema.ts'
import { makeSecret } from '../directory/make.ts'
import { needRoom, needSecretRoom } from '../directory/room.ts'
import { needApplication } from '../mock-idp.ts'
import { directoryOf, save } from './directories.ts'
import { type ControlEnv, ControlError, read } from './env.ts'

const secretInput = z.strictObject({
  secretText: z.string().min(8).optional(),
  displayName: z.string().optional(),
  /** How long it is valid, in the directory's time; below 0: it has expired. */
  days: z.number().optional(),
})

/** `/directories/{id}/applications`: in the form of a configuration, by client id or object id. */
export const applications = new Hono<ControlEnv>()

applications.get('/', async (c) => c.json((await directoryOf(c)).applications))
applications.post('/', async (c) => {
  const directory = await directoryOf(c)
  const now = c.env.state.clockOf(directory)()
  const application = applicationFrom(await read(applicationSchema, c.req), directory, now)
  if (directory.applications.some(({ appId }) => appId === application.appId))
    throw new ControlError(
      409,
      'APPLICATION_EXISTS',
      `There is an application '${application.appId}' already.`,
    )
  needRoom(directory)
  directory.applications.push(application)
  await save(c, directory, `application registered: ${application.displayName}`)
  return c.json(application, 201)
})
applications.get('/:app', async (c) => c.json(needApplication(await directoryOf(c), c.req.param('app'))))
/** Replaces what the body names. Secrets have their own addresses. */
applications.patch('/:app', async (c) => {
  const directory = await directoryOf(c)
  const application = needApplication(directory, c.req.param('app'))
  const change = await read(applicationSchema.omit({ appId: true, secrets: true }).partial(), c.req)
  const given = new Set(Object.keys(await c.req.json()))
  const made = applicationFrom(
    { ...applicationSchema.parse({ displayName: application.displayName }), ...change },
    directory,
    0,
  )
  const { web, spa, publicClient } = application
  Object.assign(application, Object.fromEntries(Object.entries(made).filter(([name]) => given.has(name))))
  if (given.has('roles')) application.roleAssignments = made.roleAssignments
  if (given.has('spaRedirectUris')) spa.redirectUris = made.spa.redirectUris
  if (given.has('publicRedirectUris')) publicClient.redirectUris = made.publicClient.redirectUris
  if (given.has('redirectUris')) web.redirectUris = made.web.redirectUris
  if (given.has('frontChannelLogoutUri')) web.logoutUrl = made.web.logoutUrl
  if (given.has('idTokens')) web.implicitGrantSettings = made.web.implicitGrantSettings
  await save(c, directory, `application changed: ${application.displayName}`)
  return c.json(application)
})
applications.delete('/:app', async (c) => {
  const directory = await directoryOf(c)
  const application = needApplication(directory, c.req.param('app'))
  directory.applications = directory.applications.filter((each) => each !== application)
  await save(c, directory, `application deleted: ${application.displayName}`)
  return c.body(null, 204)
})

applications.post('/:app/secrets', async (c) => {
  const directory = await directoryOf(c)
  const application = needApplication(directory, c.req.param('app'))
  needSecretRoom(application)
  const secret = makeSecret(c.env.state.clockOf(directory)(), await read(secretInput, c.req))
  application.passwordCredentials.push(secret)
  await save(c, directory, `secret added: ${application.displayName}`)
  return c.json(secret, 201)
})
applications.delete('/:app/secrets/:key', async (c) => {
  const directory = await directoryOf(c)
  const application = needApplication(directory, c.req.param('app'))
  const left = application.passwordCredentials.filter(({ keyId }) => keyId !== c.req.param('key'))
  if (left.length === application.passwordCredentials.length)
    throw new ControlError(404, 'UNKNOWN_SECRET', `There is no secret '${c.req.param('key')}'.`)
  application.passwordCredentials = left
  await save(c, directory, `secret removed: ${application.displayName}`)
  return c.body(null, 204)
})
