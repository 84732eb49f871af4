import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from '../../../site/serve.ts'
import type { Session } from '../../session/session.ts'
import { errorAt, Jar } from './jar.ts'
import type { Person } from './person.ts'

test.each([
  ['http://here.example/login?reason=INVALID_CREDENTIALS', 'INVALID_CREDENTIALS'],
  ['http://here.example/login?state=1&error=access_denied&error_description=No', 'access_denied'],
  ['http://here.example/login?error=', undefined],
  ['http://here.example/login?reasonable=yes', undefined],
  ['http://here.example/home', undefined],
])('%s carries the error %s', (url, error) => {
  expect(errorAt(url)).toBe(error)
})

describe('what a redirect sends on', () => {
  const app = new Hono()
    .post('/leave/:status', (c) => {
      const headers = { location: '/end', 'set-cookie': 'seen=1; Path=/end' }
      return new Response(null, { status: Number(c.req.param('status')), headers })
    })
    .all('/end', async (c) => c.text(`${c.req.method} ${await c.req.text()} ${c.req.header('cookie')}`))
  const nobody = { session: {} as Session } as Person
  let served: Served
  beforeAll(async () => {
    served = await serve(app)
  })
  afterAll(() => served.close())

  test.each([
    [302, 'GET '],
    [303, 'GET '],
    [307, 'POST a=1'],
    [308, 'POST a=1'],
  ])('%i: "%s", with the cookies of that address', async (status, end) => {
    const jar = await Jar.with(nobody)
    const url = `${served.url}/leave/${status}`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { body, hops } = await jar.send({ url, method: 'POST', headers, body: 'a=1' })
    await jar.close()
    expect(body).toBe(`${end} seen=1`)
    expect(hops).toEqual([
      { status, url },
      { status: 200, url: `${served.url}/end` },
    ])
  })
})
