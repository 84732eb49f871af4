import { type Context, Hono } from 'hono'
import type { User } from '../directory/types.ts'
import { applications } from './applications.ts'
import { callerOf } from './authorize.ts'
import { answerBatch } from './batch.ts'
import { GraphError, sendGraphError } from './errors.ts'
import { groups } from './groups.ts'
import { profile } from './profile.ts'
import type { GraphEnv } from './request.ts'
import { users } from './users.ts'

/**
 * The directory over HTTP, in the shape of Microsoft Graph v1.0: applications with `addPassword` and `removePassword`,
 * users, groups, `me`, the organization, `$batch`. What is written here is what the provider goes by at the next request.
 */
export const graphApp = new Hono<GraphEnv>()

graphApp.onError((error, c) => {
  if (error instanceof GraphError) return sendGraphError(c, error)
  throw error
})
graphApp.notFound((c) =>
  sendGraphError(
    c,
    new GraphError(
      404,
      'BadRequest',
      `${c.req.method} ${c.req.path} is not supported here: me, users, groups, applications, organization and $batch are.`,
    ),
  ),
)

graphApp.use(async (c, next) => {
  const { issuer, directory } = c.env
  c.set('issuer', issuer)
  c.set('directory', directory)
  c.set('caller', await callerOf(issuer, directory, c.req.header('authorization')))
  const isOwnProfile = /^\/v1\.0\/(me(\/|$)|\$batch$)/.test(c.req.path)
  const { manages, reads } = c.var.caller
  if (!(c.req.method === 'GET' ? reads : manages) && !isOwnProfile)
    throw new GraphError(
      403,
      'Authorization_RequestDenied',
      'Only an administrator of the directory, or an application with the permission, may do this.',
    )
  await next()
})

function callingUser({ var: { caller } }: Context<GraphEnv>): User {
  if (!caller.user) throw new GraphError(400, 'BadRequest', '/me is for the access tokens of users.')
  return caller.user
}

graphApp.post('/v1.0/$batch', async (c) => {
  const input: unknown = await c.req.json().catch(() => undefined)
  const send = async (path: string, init: RequestInit) =>
    graphApp.fetch(new Request(new URL(`/v1.0${path}`, c.req.url), init), c.env)
  return c.json(await answerBatch(input, c.req.header('authorization') ?? '', send))
})
graphApp.get('/v1.0/organization', (c) => {
  const { id, displayName, domains } = c.var.directory
  const verifiedDomains = domains.map((name, index) => ({ name, isDefault: index === 0, isVerified: true }))
  return c.json({ value: [{ id, displayName, verifiedDomains }] })
})

graphApp.route('/v1.0/applications', applications)
graphApp.route('/v1.0/users', users)
graphApp.route('/v1.0/groups', groups)
graphApp.route('/v1.0/me', profile(callingUser))
