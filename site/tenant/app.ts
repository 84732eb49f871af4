import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { onlyOverTls } from '../only-over-tls.ts'
import { showClauses } from './actions/show-clauses.ts'
import { assets } from './assets.ts'
import { controlRoutes } from './control/routes.ts'
import { answerError } from './http/answer-error.ts'
import type { Env } from './http/context.ts'
import { noStore, pageHeaders } from './http/headers.ts'
import { show } from './http/show.tsx'
import { productRoutes } from './routes.ts'
import type { Tenant } from './tenant.ts'

const MAX_BODY = 64 * 1024

const limitBody = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw new HTTPException(413, { message: 'That was more than we can take in at once.' })
  },
})

/** What someone reads who opens the address that the start prints. */
const wayIn = ({ siteOrigin }: Tenant) =>
  `This is the tenant. Each sandbox has an address of its own here: open a flow live${siteOrigin ? ` on ${siteOrigin}` : ' on the site'} to get one.`

/** Everything the tenant answers: the product of each sandbox, what its pages load, and the control API. */
export function createApp(tenant: Tenant) {
  // A slash at the end of an address, as people type it, makes no difference.
  return new Hono<Env>({ strict: false })
    .use('*', async (c, next) => {
      c.set('tenant', tenant)
      await next()
    })
    .get('/health', (c) => c.json({ status: 'ok' }))
    .route('/control', controlRoutes(tenant))
    .use('*', onlyOverTls(tenant.trustProxy), pageHeaders(tenant), limitBody)
    .get('/assets/:name', assets)
    .get('/clauses', showClauses)
    .use('/t/*', noStore)
    .route('/t/:sandbox', productRoutes(tenant))
    .get('/', (c) => show(c, 'notice', { message: wayIn(tenant) }, 404))
    .notFound((c) => show(c, 'notice', { message: 'There is no such page.' }, 404))
    .onError(answerError)
}
