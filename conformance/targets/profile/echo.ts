import { packs } from '@doorstep/machines'
import { Hono } from 'hono'
import { serve } from '../../../site/serve.ts'
import type { Deployment } from './deployment.ts'
import type { Json } from './functions.ts'
import { openDeployment } from './open.ts'

/** Answers with what it was asked, as JSON; below /no with 403; below /away elsewhere; /form with the form; /page with a page. */
const app = new Hono()
  .get('/page', (c) => c.html('<p>text</p>'))
  .post('/form', async (c) => c.json(await c.req.parseBody()))
  .all('*', (c) => {
    const { path: url, method } = c.req
    const { cookie, authorization } = c.req.header()
    const status = url.startsWith('/no') ? 403 : url.startsWith('/away') ? 302 : 200
    return c.json({ url, method, cookie, authorization }, status, { location: '/' })
  })

/** The smallest profile. */
export const base = {
  name: 'Ours',
  givens: { invited: async () => ({ email: 'ada@example.com' }) },
  protectedPage: { path: '/home' },
} satisfies Deployment

/** Starts a product to be opened by profiles. */
export async function startEcho() {
  const { url, close } = await serve(app)
  const open = <Data extends Json = null>(deployment: Deployment<Data>, data: Json = null) =>
    openDeployment(
      deployment as unknown as Deployment,
      { file: 'doorstep.config.ts', path: '', cache: '', url, data },
      packs,
    )
  return { url, close, open }
}
