import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { serve } from '../../../site/serve.ts'
import { hangs } from './pack/hangs.ts'

const page = (heading: string, body: string) =>
  `<!doctype html><title>House</title><h1>${heading}</h1>${body}`

const button = ([name, script]: [string, string]) =>
  `<button type="button" onclick="${script.replaceAll('"', '&quot;')}">${name}</button>`

const ways = { 'Walk in': "location = '/inside'", ...hangs }
const door = page('The door', Object.entries(ways).map(button).join(''))

const inside = page('Inside', button(['Walk out', "location = '/'"]))

/** What the page inside does when it has been shown. */
const after: Readonly<Record<string, string>> = {
  loop: '<script>setTimeout(() => { for (;;); })</script>',
  alert: "<script>setTimeout(() => { for (;;) alert('Inside at last') })</script>",
  part: '<script src="/silence"></script>',
}

/** An answer that never comes. */
const never = () => new Promise<Response>(() => {})
const PAUSE = 100

const app = new Hono()
  .get('/', (c) => c.html(door))
  .get('/inside', (c) => c.html(inside + (Object.keys(c.req.query()).map((what) => after[what])[0] ?? '')))
  .get('/loop', (c) => c.html('<script>for (;;);</script>'))
  .get('/reload', (c) => c.html('<script>location.reload()</script>'))
  .get('/windows', (c) => c.html("<script>setInterval(() => window.open('/windows'), 20)</script>"))
  .get('/silence', never)
  .get('/stream', (c) => {
    c.header('content-type', 'text/html')
    return stream(c, async (out) => {
      while (!out.aborted) {
        await out.write('<p>and so on</p>')
        await out.sleep(PAUSE)
      }
    })
  })
  .get('/home', (c) => c.text('Nobody is in.', 401))

export const startHouse = () => serve(app)
