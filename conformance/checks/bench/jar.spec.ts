import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../../site/serve.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import { noteTokenHeaders } from '../../session/token-headers.ts'
import type { Bench } from './bench.ts'
import { Jar } from './jar.ts'
import { Person } from './person.ts'

const TOKEN = 'the-token-of-the-session'
const OTHER = 'the-token-of-another-one'
const KEY = 'x-key'

async function start() {
  const asked: (string | undefined)[] = []
  const app = new Hono()
    .post('/login', async (c) => {
      const { code } = await c.req.json()
      return code === '123456' ? c.json({ user: { id: 7, token: TOKEN } }) : c.json({ error: 'Wrong' }, 401)
    })
    .post('/deed', (c) => {
      asked.push(c.req.header(KEY))
      return c.json({})
    })
    .get('/home', (c) => c.text('home', c.req.header(KEY) === `Key ${TOKEN}` ? 200 : 401))
  return { ...(await serve(app)), asked }
}

test('a token that an answer brings is sent as the pages of the product send theirs', async ({ page }) => {
  const { url, close, asked } = await start()
  const dashboardOpens = async (headers: Record<string, string>) =>
    (await fetch(`${url}/home`, { headers })).ok
  const session = await sessionAt(page, '', {}, { url, dashboard: `${url}/home`, dashboardOpens })
  Object.assign(session.target, { packs: [session.pack] })
  noteTokenHeaders(session.target, { [KEY]: `Key ${OTHER}` })
  const person = new Person(session, { target: session.target } as unknown as Bench)
  const login = (code: string) => ({
    ...{ url: `${url}/login`, method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ code }),
  })
  const jar = await Jar.with(person)
  await jar.send(login('000000'))
  expect(await jar.signedIn()).toMatchObject({ dashboard: 'denied' })
  await jar.send(login('123456'))
  expect(await jar.signedIn()).toMatchObject({ dashboard: 'opens' })

  const deed = { url: `${url}/deed`, method: 'POST', headers: { [KEY]: `Key ${OTHER}` }, body: '' }
  await jar.sendFresh(deed)
  const nobody = await Jar.with(person)
  await nobody.sendFresh(deed)
  expect(asked).toEqual([`Key ${TOKEN}`, undefined])
  await Promise.all([jar.close(), nobody.close(), close()])
})
