import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

export interface KeptComment {
  id: number
  body: string
}

/** For tests: comments of one pull request, as the REST API of GitHub has them: with tokens, permissions and pages. */
export async function startGithub({ comments = [] as KeptComment[] } = {}) {
  const repository = 'heron/nest'
  const number = 7
  const tokens = { writes: 'a token that may write', reads: 'a token that may only read' }
  const asked: string[] = []
  let next = Math.max(0, ...comments.map(({ id }) => id)) + 1
  const app = new Hono()

  app.use('*', async (c, then) => {
    asked.push(`${c.req.method} ${new URL(c.req.url).pathname}${new URL(c.req.url).search}`)
    const token = (c.req.header('authorization') ?? '').replace('Bearer ', '')
    if (!Object.values(tokens).includes(token)) return c.json({ message: 'Bad credentials' }, 401)
    if (c.req.header('user-agent') === undefined) return c.json({ message: 'No user agent' }, 403)
    if (c.req.method !== 'GET' && token !== tokens.writes)
      return c.json({ message: 'Resource not accessible by integration' }, 403)
    return then()
  })
  app.get(`/repos/${repository}/issues/${number}/comments`, (c) => {
    const perPage = Math.min(Number(c.req.query('per_page') ?? 30), 100)
    const page = Number(c.req.query('page') ?? 1)
    return c.json(comments.slice((page - 1) * perPage, page * perPage))
  })
  app.post(`/repos/${repository}/issues/${number}/comments`, async (c) => {
    const { body } = await c.req.json<{ body?: string }>()
    if (!body || body.length > 65_536) return c.json({ message: 'Validation Failed' }, 422)
    const made = { id: next++, body }
    comments.push(made)
    return c.json(made, 201)
  })
  app.patch(`/repos/${repository}/issues/comments/:id`, async (c) => {
    const { body } = await c.req.json<{ body?: string }>()
    const found = comments.find(({ id }) => id === Number(c.req.param('id')))
    if (!found) return c.json({ message: 'Not Found' }, 404)
    if (!body || body.length > 65_536) return c.json({ message: 'Validation Failed' }, 422)
    found.body = body
    return c.json(found)
  })

  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    repository,
    number,
    tokens,
    comments,
    asked,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
