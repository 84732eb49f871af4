import { type Context, Hono } from 'hono'
import { DirectoryFull } from '../directory/room.ts'
import type { User } from '../directory/types.ts'
import { applications } from './applications.ts'
import { callerOf } from './authorize.ts'
import { answerBatch } from './batch.ts'
import { sendCollection } from './collection.ts'
import { GraphError, sendGraphError } from './errors.ts'
import { groups } from './groups.ts'
import { checkOptions } from './options.ts'
import { profile } from './profile.ts'
import type { GraphEnv } from './request.ts'
import { organizationProperties, organizationShape } from './shapes.ts'
import { users } from './users.ts'

/**
 * The directory over HTTP, in the shape of Microsoft Graph v1.0: applications with `addPassword` and `removePassword`,
 * users, groups, `me`, the organization, `$batch`. What is written here is what the provider goes by at the next request.
 */
export const graphApp = new Hono<GraphEnv>({ strict: false })

graphApp.onError((error, c) => {
  if (error instanceof GraphError) return sendGraphError(c, error)
  if (error instanceof DirectoryFull)
    return sendGraphError(c, new GraphError(403, 'Directory_QuotaExceeded', error.message))
  throw error
})
const unsupported = ({ req }: Context<GraphEnv>) =>
  new GraphError(
    404,
    'BadRequest',
    `${req.method} ${req.path} is not supported here: me, users, groups, applications, organization and $batch are.`,
  )
graphApp.notFound((c) => sendGraphError(c, unsupported(c)))

/** Functions and keys in parentheses would be taken for an id. */
const isFunction = (path: string) => /\/(?:delta|[^/]*\([^/]*\))(?:\/|$)/.test(path)

graphApp.use(async (c, next) => {
  const { issuer, directory } = c.env
  c.set('issuer', issuer)
  c.set('directory', directory)
  c.set('caller', await callerOf(issuer, directory, c.req.header('authorization')))
  const isOwnProfile = /^\/v1\.0\/(me(\/|$)|\$batch$)/.test(c.req.path)
  const { manages, reads } = c.var.caller
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!(isRead ? reads : manages) && !isOwnProfile)
    throw new GraphError(
      403,
      'Authorization_RequestDenied',
      'Only an administrator of the directory, or an application with the permission, may do this.',
    )
  if (isFunction(c.req.path)) throw unsupported(c)
  // The options of reads are known to what answers them.
  if (!isRead) checkOptions(c, [])
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
graphApp.get('/v1.0/organization', (c) =>
  sendCollection(c, { ...organizationProperties, rows: [organizationShape(c.var.directory)] }),
)

graphApp.route('/v1.0/applications', applications)
graphApp.route('/v1.0/users', users)
graphApp.route('/v1.0/groups', groups)
graphApp.route('/v1.0/me', profile(callingUser))
