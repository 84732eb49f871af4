import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../../site/serve.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Bench } from './bench.ts'
import { Person } from './person.ts'
import { pagesOf } from './readings.ts'

const app = new Hono()
  .get('/home', (c) =>
    c.html(`
      <a href="/open/users">Users</a> <a href="/users">All users</a> <a href="/home#top">Up</a>
      <a href="/elsewhere">Partner</a> <a href="/gone">Gone</a> <a href="/log-out">Leave</a>`),
  )
  .get('/open/users', (c) => c.redirect('/users'))
  .get('/users', (c) => c.html('<h1>Users</h1>'))
  .get('/elsewhere', (c) => c.redirect('http://127.0.0.1:1/'))

test('the pages that a page leads to are those at the ends of its links, each once', async ({ page }) => {
  const site = await serve(app)
  const session = await sessionAt(page, '')
  Object.assign(session.target, { packs: [session.pack] })
  const person = new Person(session, {
    target: session.target,
    role: () => session.pack.roles?.session,
  } as never as Bench)
  await session.page.goto(`${site.url}/home`)

  const paths = (await pagesOf(person)).map(({ url }) => url.replace(site.url, ''))

  expect(paths).toEqual(['/home', '/users', '/elsewhere', '/gone'])
  await site.close()
})
