import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fixture } from '../clients/fixture.ts'
import { startMockIdp } from '../index.ts'

const start = () => startMockIdp({ directories: [fixture('oidc').directory], controlToken: 'token' })

/** How long it takes, in ms. */
async function timeOf(closing: Promise<void>) {
  const start = performance.now()
  await closing
  return performance.now() - start
}

/** A request for a token whose body is half sent; `finish` sends the rest and answers the response. */
async function halfSent(url: string) {
  const body = 'grant_type=client_credentials&client_id=nobody'
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': body.length,
    expect: '100-continue',
  }
  const sent = request(`${url}/oidc/harbour/token`, { method: 'POST', headers })
  sent.flushHeaders()
  await once(sent, 'continue')
  sent.write(body.slice(0, 10))
  return {
    sent,
    async finish() {
      const answered = once(sent, 'response')
      sent.end(body.slice(10))
      const [response] = await answered
      return { status: response.statusCode, body: JSON.parse(await text(response)) }
    },
  }
}

test('a request in flight gets its answer, and another is not taken', async () => {
  const idp = await start()
  const { finish } = await halfSent(idp.url)
  let isClosed = false
  const closing = idp.close().then(() => {
    isClosed = true
  })
  await wait(800)
  expect(isClosed).toBe(false)
  await expect(fetch(idp.url)).rejects.toThrow()
  expect(await finish()).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
  expect(await timeOf(closing)).toBeLessThan(1_000)
})

test('a request that takes longer than five seconds is ended', async () => {
  const idp = await start()
  const { sent } = await halfSent(idp.url)
  const ended = once(sent, 'error')
  const took = await timeOf(idp.close())
  expect(took).toBeGreaterThan(4_500)
  expect(took).toBeLessThan(7_000)
  expect(await ended).toMatchObject([{ code: 'ECONNRESET' }])
})

test.each(['kept alive', 'never used'])(
  'a connection that is %s does not hold the close up',
  async (kind) => {
    const idp = await start()
    const agent = new Agent({ keepAlive: true })
    const socket = kind === 'never used' && connect(Number(new URL(idp.url).port), '127.0.0.1')
    if (socket) await once(socket, 'connect')
    else {
      const [response] = await once(request(`${idp.url}/assets/icon.svg`, { agent }).end(), 'response')
      await text(response)
      expect(Object.values(agent.freeSockets)).toHaveLength(1)
    }
    expect(await timeOf(idp.close())).toBeLessThan(2_000)
    agent.destroy()
  },
)

test('who waits for events is answered when the provider closes', async () => {
  const idp = await start()
  const headers = { authorization: 'Bearer token' }
  const waiting = fetch(`${idp.url}/_control/events?timeout=30000`, { headers })
  await wait(200)
  expect(await timeOf(idp.close())).toBeLessThan(2_000)
  expect(await (await waiting).json()).toEqual([])
})
