import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeAt } from '../../../../machines/devices/authenticator-app.ts'
import { ControlClient } from '../../testing/control-client.ts'
import { followStream } from '../../testing/follow-stream.ts'
import { makeSchema, testDatabase } from '../../testing/open-test-store.ts'
import { Relay } from '../../testing/relay.ts'
import { startTenantProcess, type TenantProcess } from '../../testing/start-tenant-process.ts'
import { until } from '../../testing/until.ts'
import { Visitor } from '../../testing/visitor.ts'

/** In front of both: the one address that people know. */
const balancer = new Relay('http://localhost:80')
let origin: string
let schema: Awaited<ReturnType<typeof makeSchema>>
let folder: string
let first: TenantProcess
let second: TenantProcess
const start = () => startTenantProcess(schema.url, folder, origin)
const leadTo = ({ port }: TenantProcess) => {
  balancer.to = { host: 'localhost', port }
}

beforeAll(async () => {
  schema = await makeSchema(testDatabase ?? '')
  folder = await mkdtemp(join(tmpdir(), 'doorstep-'))
  await balancer.open()
  origin = `http://localhost:${balancer.port}`
  ;[first, second] = await Promise.all([start(), start()])
})
beforeEach(async () => {
  // The connections that clients keep lead to where they were made.
  await balancer.close()
  leadTo(first)
  await balancer.open()
  await until('the client has noticed', () => fetch(`${origin}/health`).catch(() => undefined))
})
afterAll(async () => {
  await Promise.all([first.kill(), second.kill()])
  await balancer.close()
  await schema.drop()
  await rm(folder, { recursive: true })
})

/** What follows is asked of the second process. */
async function failOver() {
  await first.kill()
  leadTo(second)
}

const direct = ({ port }: TenantProcess, made: ControlClient) =>
  new ControlClient(`http://localhost:${port}/control/sandboxes`, made.made)

describe('two processes on one PostgreSQL', { timeout: 120_000 }, () => {
  it('serve the same sandboxes, and each tells at once what happens at the other', async () => {
    const control = await ControlClient.create(origin, { given: 'authenticator-app' })
    const atSecond = await followStream(await direct(second, control).call('/events'))
    const { url, email, password = '' } = control.made
    const visitor = new Visitor(origin, url)
    expect((await visitor.passPassword(email, password)).path).toBe('/log-in/verify')
    const begun = Date.now()
    await control.advance(60_000)
    await until('the event arrives', async () => atSecond.seen.text.includes('"advanced":60000'))
    expect(Date.now() - begun).toBeLessThan(1_000)
    expect(atSecond.numbers()).toEqual(atSecond.numbers().map((_, at) => at + 1))
    await atSecond.stop()
  })

  it('a thing that counts once counts once at both together', async () => {
    const control = await ControlClient.create(origin, { given: 'authenticator-app' })
    const { email, password = '', totpSecret = '', now } = control.made
    const at = ({ port }: TenantProcess) => {
      const here = `http://localhost:${port}`
      return new Visitor(origin, `${here}${new URL(control.made.url).pathname}`)
    }
    const rivals = Array.from({ length: 10 }, (_, nth) => at(nth % 2 === 0 ? first : second))
    await Promise.all(rivals.map((rival) => rival.passPassword(email, password)))
    const code = codeAt(totpSecret, now)
    await Promise.all(
      rivals.map((rival) =>
        rival.request('/log-in/verify', { method: 'POST', body: new URLSearchParams({ code }) }),
      ),
    )
    const sessions = await Promise.all(rivals.map((rival) => rival.session()))
    expect(sessions.filter(Boolean)).toEqual([email])
  })

  it('a login goes on at the other when its process is killed in the middle of it', async () => {
    const control = await ControlClient.create(origin, { given: 'authenticator-app' })
    const { url, email, password = '', totpSecret = '', now } = control.made
    const visitor = new Visitor(origin, url)
    const atSecond = await followStream(await direct(second, control).call('/events'))
    expect((await visitor.passPassword(email, password)).path).toBe('/log-in/verify')
    await failOver()
    const begun = Date.now()
    const seen = await until('the other answers', () =>
      visitor.post('/log-in/verify', { code: codeAt(totpSecret, now) }).catch(() => undefined),
    )
    expect(seen.path).toBe('/dashboard')
    expect(Date.now() - begun).toBeLessThan(2_000)
    expect(await visitor.session()).toBe(email)
    await until(
      'all events arrive',
      async () => atSecond.seen.text.includes('"path":"/t/') && atSecond.seen.text.includes('/dashboard'),
    )
    expect(atSecond.numbers()).toEqual(atSecond.numbers().map((_, at) => at + 1))
    await atSecond.stop()
    first = await start()
  })

  it('whatever a process was doing when it was killed is done or not begun', async () => {
    const control = await ControlClient.create(origin, { given: 'invited' })
    const link = await control.link('Activate my Netwrix account')
    const visitor = new Visitor(origin, control.made.url)
    await visitor.open(link)
    const fields = { password: 'A long enough 1 for anybody', again: 'A long enough 1 for anybody' }
    const lost = visitor
      .copy()
      .post('/activate', fields)
      .catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await failOver()
    await lost
    await until('the other answers', () => visitor.open('/log-in').catch(() => undefined))
    const logIn = () =>
      new Visitor(origin, control.made.url).passPassword(control.made.email, fields.password)
    // Either the password is set and the link is spent, or the link still sets it.
    const isSet = (await logIn()).path === '/log-in/method'
    const again = await visitor.copy().post('/activate', fields)
    expect(again.path === '/activate/done').toBe(!isSet)
    expect((await logIn()).path).toBe('/log-in/method')
    first = await start()
  })
})
