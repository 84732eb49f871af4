import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { evidenceOf } from './evidence.ts'
import { observe } from './observe.ts'
import { sessionAt } from './testing/session-at.ts'

const EMAIL = 'bo@example.com'

/** Every page is drawn by a script, a moment after its address is there, for who has a token in the tab. */
const drawn = `<!doctype html><main></main><script>
  const pages = {
    '/home': '<h1>Dashboard</h1><a href="/office">Configuration</a>',
    '/office': '<h1>Managed organizations</h1><a href="/people">Users</a>',
    '/people': '<h1>Users</h1><button>Add Users</button><table><tr><td>${EMAIL}</td><td>Is expected</td></tr></table>',
  }
  async function draw() {
    await fetch('/api')
    const page = sessionStorage.getItem('token') ? pages[location.pathname] : '<h1>Log in</h1>'
    document.querySelector('main').innerHTML = page ?? ''
  }
  addEventListener('click', (event) => {
    if (!event.target.href) return
    event.preventDefault()
    history.pushState(undefined, '', event.target.href)
    draw()
  })
  draw()
</script>`

const app = new Hono()
  .get('/api', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return c.json({})
  })
  .get('*', (c) => c.html(drawn))

test('what a script draws is waited for, and a row says its status in the product’s words', async ({
  page,
}) => {
  const site = await serve(app)
  const overrides = { users: { messages: { 'Pending Verification': 'Is expected' } } }
  const own = { url: site.url, dashboard: `${site.url}/home`, notes: { colleague: EMAIL } }
  const session = await sessionAt(page, '', { overrides }, own)
  await session.page.goto(`${site.url}/people`)
  await session.page.evaluate(() => sessionStorage.setItem('token', 'of-this-tab'))
  const flow = flowIn([session.pack], 'add-users')
  expect(await evidenceOf(session, flow)).toBe(`Users\nAdd Users\n${EMAIL}\tIs expected`)

  await session.page.reload()
  await session.page.getByText('Is expected').waitFor()
  const listed = (said: string) =>
    observe(session, { screen: 'users', lists: { note: 'colleague', with: said } })
  expect((await listed('Pending Verification')).missing).toEqual([])
  expect((await listed('Verified')).missing).toEqual([`“${EMAIL}” as “Verified”`])
  await site.close()
})
