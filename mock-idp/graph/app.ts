import { Hono } from 'hono'
import { applications } from './applications.ts'
import { callerOf } from './authorize.ts'
import { GraphError, sendGraphError } from './errors.ts'
import type { GraphEnv } from './request.ts'
import { userShape } from './shapes.ts'
import { users } from './users.ts'

/**
 * The directory over HTTP, in the shape of Microsoft Graph v1.0: applications with `addPassword` and `removePassword`,
 * users, `me`, the organization. What is written here is what the provider goes by at the next request.
 */
export const graphApp = new Hono<GraphEnv>()

graphApp.onError((error, c) => {
  if (error instanceof GraphError) return sendGraphError(c, error)
  throw error
})
graphApp.notFound((c) => sendGraphError(c, new GraphError(404, 'BadRequest', `Nothing is at ${c.req.path}.`)))

graphApp.use(async (c, next) => {
  const { issuer, directory } = c.env
  c.set('issuer', issuer)
  c.set('directory', directory)
  c.set('caller', await callerOf(issuer, directory, c.req.header('authorization')))
  const isOwnProfile = c.req.path.endsWith('/me')
  const { manages, reads } = c.var.caller
  if (!(c.req.method === 'GET' ? reads : manages) && !isOwnProfile)
    throw new GraphError(
      403,
      'Authorization_RequestDenied',
      'Only an administrator of the directory, or an application with the permission, may do this.',
    )
  await next()
})

graphApp.get('/v1.0/me', (c) => {
  const { user } = c.var.caller
  if (!user) throw new GraphError(400, 'BadRequest', '/me is for the access tokens of users.')
  return c.json(userShape(user))
})
graphApp.get('/v1.0/organization', (c) => {
  const { id, displayName, domains } = c.var.directory
  const verifiedDomains = domains.map((name, index) => ({ name, isDefault: index === 0, isVerified: true }))
  return c.json({ value: [{ id, displayName, verifiedDomains }] })
})

graphApp.route('/v1.0/applications', applications)
graphApp.route('/v1.0/users', users)
