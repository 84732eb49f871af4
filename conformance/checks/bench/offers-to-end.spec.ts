import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../../site/serve.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Bench } from './bench.ts'
import { proveSessionEnds } from './offers-to-end.ts'
import { Person } from './person.ts'

/** What a page asks when the button is pressed, and how its script answers. */
const windows = {
  'a dialog element': `<dialog id="ask"><p>Are you sure?</p><button onclick="ask.close()">Cancel</button><button onclick="end()">Yes, end them</button></dialog>
    <script>const begin = () => ask.showModal()</script>`,
  'a window of its own making': `<div id="ask" role="dialog" hidden style="position: fixed; inset: 0; background: white"><p>Are you sure?</p><button onclick="ask.hidden = true">No</button><button onclick="end()">End all other sessions</button></div>
    <script>const begin = () => { ask.hidden = false }</script>`,
  'a window of the browser': `<script>const begin = () => { if (confirm('Are you sure?')) end() }</script>`,
  'a window in words of its own': `<div id="ask" role="alertdialog" hidden style="position: fixed; inset: 0; background: white"><p>Ganz sicher?</p><button onclick="ask.hidden = true">Abbrechen</button><button onclick="end()">Weiter</button></div>
    <script>const begin = () => { ask.hidden = false }</script>`,
  'no window': '<script>const begin = () => end()</script>',
  'a button that does nothing': '<script>const begin = () => {}</script>',
}

/** An account's page, with a notice that is a window as well and asks something else. */
async function start(asks: string) {
  let isOver = false
  const page = `<h1>Sessions</h1>
    <div role="dialog"><p>We use cookies</p><button>Yes</button></div>
    <button onclick="begin()">End all other sessions</button>${asks}
    <script>const end = async () => { await fetch('/end', { method: 'POST' }); document.querySelector('#ask')?.remove() }</script>`
  const site = await serve(
    new Hono()
      .get('/', (c) => c.html(page))
      .post('/end', (c) => {
        isOver = true
        return c.text('')
      }),
  )
  return { ...site, isOver: () => isOver }
}

async function judged(page: Page, asks: string) {
  const product = await start(asks)
  const said: string[] = []
  const bench = {
    claim: (_: string, holds: boolean, why: string) => said.push(holds ? 'passed' : why),
    unproven: (_: string, why: string) => said.push(why),
  } as unknown as Bench
  const session = await sessionAt(page, '', {}, { url: product.url, dashboard: product.url })
  await session.page.goto(product.url)
  const owner = new Person(session, bench)
  const other = { signedIn: async () => ({ session: !product.isOver(), dashboard: 'denied' }) }
  await proveSessionEnds(owner, other as unknown as Person, 'ended')
  await product.close()
  return said
}

for (const [what, expected] of [
  ['a dialog element', 'passed'],
  ['a window of its own making', 'passed'],
  ['a window of the browser', 'passed'],
  ['no window', 'passed'],
  ['a button that does nothing', 'it continues, and “End all other sessions” does not end it'],
  [
    'a window in words of its own',
    '“End all other sessions” asks “Ganz sicher?”, and nothing there is known to confirm it.',
  ],
] as const)
  test(`other sessions are ended behind ${what}`, async ({ page }) => {
    expect(await judged(page, windows[what])).toEqual([expected])
  })
