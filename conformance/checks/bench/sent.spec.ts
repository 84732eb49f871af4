import { serve } from '@hono/node-server'
import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { fill } from '../../session/find.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Bench } from './bench.ts'
import { Jar } from './jar.ts'
import { Person } from './person.ts'
import { lastSent, sentTyped, watchSending } from './sent.ts'
import { withValue } from './with-value.ts'

/** A form whose token is good once, and which is sent in another way each time. */
function formSentAs(enctype: string, script: string) {
  let tokens = 0
  const taken: Record<string, unknown>[] = []
  const app = new Hono()
    .get('/', (context) => {
      tokens += 1
      return context.html(`<form method="post" enctype="${enctype}"><input type="hidden" name="guard" value="${tokens}">
        <label>Code <input name="code"></label><button>Go</button></form><script>${script}</script>`)
    })
    .post('/', async (context) => {
      const isJson = context.req.header('content-type')?.startsWith('text/plain')
      const body: Record<string, unknown> = isJson
        ? (await context.req.json())[0]
        : await context.req.parseBody()
      if (String(body.guard) !== String(tokens)) return context.text('The page is stale.', 403)
      taken.push(body)
      return context.text('Thank you')
    })
  return { app, taken }
}

const CALL = `document.forms[0].onsubmit = (event) => {
  event.preventDefault()
  fetch('/', { method: 'POST', body: JSON.stringify([Object.fromEntries(new FormData(event.target))]) })
}`

/** A script that goes on to another page, which asks what the person may do. */
const WELCOME = `document.forms[0].onsubmit = async (event) => {
  event.preventDefault()
  const body = JSON.stringify(Object.fromEntries(new FormData(event.target)))
  await fetch('/seen', { method: 'POST', body })
  await fetch('/rights', { method: 'POST', headers: { authorization: 'Bearer of-the-session' }, body: '{}' })
  document.title = 'Welcome'
}`

/** A script that waits for the answer to a query of its own before it sends the form. */
const QUERY = `document.forms[0].onsubmit = async (event) => {
  event.preventDefault()
  const form = new FormData(event.target)
  await fetch('/graphql', { method: 'POST', body: JSON.stringify({ query: '{ settings { limit } }' }) })
  await fetch('/', { method: 'POST', body: form })
}`

/** A script that tells of the click, and waits for nothing. */
const TELEMETRY = `document.forms[0].addEventListener('submit', () =>
  fetch('/seen', { method: 'POST', body: '{"event":"submit"}', keepalive: true }))`

const BEACON = `document.forms[0].addEventListener('submit', () => navigator.sendBeacon('/seen', 'clicked'))`

/** A script that sends what nobody could find the code in. */
const HIDDEN = `document.forms[0].onsubmit = async (event) => {
  event.preventDefault()
  const typed = new TextEncoder().encode(document.querySelector('[name=code]').value)
  const hidden = await crypto.subtle.digest('SHA-256', typed)
  await fetch('/seen', { method: 'POST', body: [...new Uint8Array(hidden)].join(' ') })
}`

/** A person in front of such a form, and what sends it. */
async function openForm(page: Page, enctype: string, script: string) {
  const { app, taken } = formSentAs(enctype, script)
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}/` : ''
  const session = await sessionAt(page, '')
  Object.assign(session.target, { packs: [session.pack] })
  const person = new Person(session, { target: session.target } as unknown as Bench)
  await session.page.goto(url)
  const send = async () => {
    await fill(session.page, 'Code', '000000', session.patience)
    await session.page.getByRole('button').click({ noWaitAfter: true })
  }
  return { person, send, taken, close: () => server.close() }
}

for (const [how, enctype, script] of [
  ['a form', 'application/x-www-form-urlencoded', ''],
  ['a form in parts', 'multipart/form-data', ''],
  ['a list that a script sends as text', '', CALL],
  ['a form behind a beacon', 'application/x-www-form-urlencoded', BEACON],
  ['a form behind telemetry', 'application/x-www-form-urlencoded', TELEMETRY],
  ['a form behind a query', 'multipart/form-data', QUERY],
] as const)
  test(`${how}: what a page sends is sent again with another value and a fresh token`, async ({ page }) => {
    const { person, send, taken, close } = await openForm(page, enctype, script)
    const sent = await watchSending(person, send, 'hold-back')
    expect(taken).toEqual([])
    const jar = await Jar.of(person)
    expect(await jar.send(sent)).toMatchObject({ status: 200 })
    const again = await jar.sendFresh(sent, (fresh) => withValue(fresh, '000000', '123456'))
    expect(again).toMatchObject({ status: 200 })
    expect(taken).toEqual([
      { guard: '1', code: '000000' },
      { guard: '2', code: '123456' },
    ])
    await jar.close()
    close()
  })

test('where a page hides what is typed before it sends it, the message says what can be done', async ({
  page,
}) => {
  const { person, send, close } = await openForm(page, '', HIDDEN)
  await expect(watchSending(person, send, 'hold-back')).rejects.toThrow(
    'Where the page encrypts or hashes it, let the test environment send it as it is typed, or leave the check out',
  )
  close()
})

for (const [what, query] of [
  ['Socket.IO', '/live/?EIO=4&transport=polling&sid=1'],
  ['SignalR', '/live/negotiate?negotiateVersion=1'],
] as const)
  test(`what a page sends to keep a connection of ${what} is not what a person sends`, async ({ page }) => {
    const app = new Hono().get('/', (context) =>
      context.html(`<button>Go</button><script>
        document.querySelector('button').onclick = async () => {
          await fetch('/form', { method: 'POST' })
          await fetch('${query}', { method: 'POST' })
          document.title = 'sent'
        }</script>`),
    )
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}/` : ''
    const session = await sessionAt(page, '', {}, { url })
    const person = new Person(session, { target: session.target } as unknown as Bench)
    await session.page.goto(url)
    const sent = await lastSent(person, async () => {
      await session.page.getByRole('button').click()
      await expect(session.page).toHaveTitle('sent')
    })
    expect(sent?.url()).toBe(`${url}form`)
    server.close()
  })

for (const [what, isBefore] of [
  ['what was typed', false],
  ['what was typed before', true],
] as const)
  test(`${what} is in the request that is meant, whatever the page behind it sends`, async ({ page }) => {
    const { person, send, close } = await openForm(page, '', WELCOME)
    Object.assign(person.session.arranged, { url: person.page.url() })
    if (isBefore) await fill(person.page, 'Code', '000000', person.patience)
    const sent = await sentTyped(person, async () => {
      await (isBefore ? person.page.getByRole('button').click() : send())
      await expect(person.page).toHaveTitle('Welcome')
    })
    expect(sent?.postData()).toContain('000000')
    close()
  })
