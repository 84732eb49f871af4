import { gzipSync } from 'node:zlib'
import { startMockIdp } from '@doorstep/mock-idp'
import { Hono } from 'hono'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { serve } from '../../serve.ts'
import { rules } from '../rules/index.ts'
import { makeOutgoing, OutgoingError } from './outgoing.ts'

const MOST_BYTES = 256 * 1024

/** What reached the provider: the address that the connection went to, and the request. */
const asked: string[] = []
const app = new Hono<{ Bindings: { incoming: { socket: { localAddress: string } } } }>()
  .use(async (c, next) => {
    asked.push(`${c.env.incoming.socket.localAddress} ${c.req.method} ${c.req.path}`)
    await next()
  })
  .post('/echo', async (c) => c.json({ headers: c.req.header(), body: await c.req.text() }, 401))
  .get('/redirect/:status', (c) =>
    c.body(null, { status: Number(c.req.param('status')) as 302, headers: { location: '/elsewhere' } }),
  )
  .get('/long/:bytes', (c) => c.text('x'.repeat(Number(c.req.param('bytes')))))
  .get('/endless', () => new Response(new ReadableStream({ pull: (it) => it.enqueue(new Uint8Array(9999)) })))
  .get('/bomb', (c) =>
    c.body(gzipSync(Buffer.alloc(9_999_999)), 200, {
      'content-encoding': 'gzip',
      'content-type': 'text/plain',
    }),
  )
  .get('/silent', () => new Promise<never>(() => {}))
  .get('/*', (c) => c.text('here'))

const { port, close } = await serve(app, { host: '0.0.0.0' })
afterAll(close)
beforeEach(() => void asked.splice(0))

const here = `http://provider.example:${port}`
const found = (...addresses: string[]) =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

/** The way out with the real rule, where a name resolves to what is given. */
const out = (addresses: string[], allowed = [here]) =>
  makeOutgoing(rules.guardOutgoing, allowed, { resolve: async () => found(...addresses) })

async function codeOf(answer: Promise<Response>): Promise<string> {
  const error: unknown = await answer.catch((error: unknown) => error)
  expect(error).toBeInstanceOf(OutgoingError)
  return (error as OutgoingError).code
}

describe('what leaves', () => {
  it('is the request as it was given, on a new connection, and the answer has its status, type and challenge', async () => {
    const body = new URLSearchParams({ code: 'c' })
    const answer = await out(['127.0.0.1'])(`${here}/echo`, {
      method: 'POST',
      headers: { authorization: 'Basic x' },
      body,
    })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toMatchObject({
      headers: {
        authorization: 'Basic x',
        connection: 'close',
        'content-length': '6',
        host: `provider.example:${port}`,
      },
      body: 'code=c',
    })
  })

  it.each([301, 302, 303, 307, 308])('is not sent on by a redirect: %i', async (status) => {
    expect(await codeOf(out(['127.0.0.1'])(`${here}/redirect/${status}`))).toBe('redirected')
    expect(asked).toEqual([`127.0.0.1 GET /redirect/${status}`])
  })
})

describe('what comes back', () => {
  it('may be as long as 256 KB, and no longer', async () => {
    const answer = await out(['127.0.0.1'])(`${here}/long/${MOST_BYTES}`)
    expect(await answer.text()).toHaveLength(MOST_BYTES)
    expect(await codeOf(out(['127.0.0.1'])(`${here}/long/${MOST_BYTES + 1}`))).toBe('too-large')
    expect(await codeOf(out(['127.0.0.1'])(`${here}/endless`))).toBe('too-large')
  })

  it('is not unpacked, so that a short answer can’t become a long one', async () => {
    const answer = await out(['127.0.0.1'])(`${here}/bomb`)
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(MOST_BYTES)
  })
})

describe('the guard', () => {
  it.each([
    ['a name of this machine', 'provider.example', ['127.0.0.1']],
    ['a name with one private and one public address', 'provider.example', ['93.184.216.34', '10.0.0.1']],
    ['a name that is IPv4 in IPv6', 'provider.example', ['::ffff:127.0.0.1']],
    ['a name without an address', 'provider.example', []],
  ])('refuses %s before anything is sent', async (_, host, addresses) => {
    expect(await codeOf(out(addresses, [])(`http://${host}:${port}/`))).toBe('refused')
    expect(asked).toEqual([])
  })

  it.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    'localhost',
  ])('refuses %s as the system’s resolver reads it', async (host) => {
    for (const scheme of ['http', 'https'])
      expect(await codeOf(makeOutgoing(rules.guardOutgoing, [])(`${scheme}://${host}:${port}/`))).toBe(
        'refused',
      )
    expect(asked).toEqual([])
  })

  it('lets an allowed origin through, and no other port of its host', async () => {
    expect(await (await out(['127.0.0.1'])(`${here}/`)).text()).toBe('here')
    expect(await codeOf(out(['127.0.0.1'], [`http://provider.example:${port + 1}`])(`${here}/`))).toBe(
      'refused',
    )
  })

  it('judges what the connection then goes to: a name is resolved once', async () => {
    const judged: string[][] = []
    const answers = [found('127.0.0.1'), found('127.0.0.2')]
    const guard = ({ addresses }: { addresses: string[] }) => {
      judged.push(addresses)
      return undefined
    }
    const outgoing = makeOutgoing(guard, [], { resolve: async () => answers.shift() ?? [] })
    await outgoing(`${here}/first`)
    expect(judged).toEqual([['127.0.0.1']])
    expect(asked).toEqual(['127.0.0.1 GET /first'])
  })

  it('judges every connection: a name that has a new address by now is refused', async () => {
    const answers = [found('127.0.0.1'), found('127.0.0.2')]
    const guard = ({ addresses }: { addresses: string[] }) =>
      addresses.includes('127.0.0.2') ? 'moved' : undefined
    const outgoing = makeOutgoing(guard, [], { resolve: async () => answers.shift() ?? [] })
    expect((await outgoing(`${here}/first`)).status).toBe(200)
    expect(await codeOf(outgoing(`${here}/second`))).toBe('refused')
    expect(asked).toEqual(['127.0.0.1 GET /first'])
  })
})

it('a certificate from an unknown authority is not trusted', async () => {
  const { secureUrl = '', close } = await startMockIdp({ https: { port: 0 } })
  const answer = out(['127.0.0.1'], [secureUrl])(secureUrl)
  await expect(answer).rejects.toMatchObject({
    code: 'unreachable',
    cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  })
  await close()
})

it('an address without a server is unreachable; a name without an address is refused, as a private one is', async () => {
  expect(await codeOf(out(['127.0.0.1'], ['http://provider.example:1'])('http://provider.example:1/'))).toBe(
    'unreachable',
  )
  const unknown = makeOutgoing(rules.guardOutgoing, [], {
    resolve: () => Promise.reject(new Error('ENOTFOUND')),
  })
  expect(await codeOf(unknown(here))).toBe('refused')
})

describe('what takes too long is unreachable', () => {
  const within = (patience: number, resolve = async () => found('127.0.0.1')) =>
    makeOutgoing(rules.guardOutgoing, [here], { resolve, patience })

  it('where nothing is answered', async () => {
    expect(await codeOf(within(50)(`${here}/silent`))).toBe('unreachable')
  })

  it('where the name servers are silent', async () => {
    expect(await codeOf(within(50, () => new Promise(() => {}))(here))).toBe('unreachable')
  })

  it('where the caller gives up earlier', async () => {
    const signal = AbortSignal.timeout(50)
    expect(await codeOf(within(60_000)(`${here}/silent`, { signal }))).toBe('unreachable')
  })
})

it('tells nobody which names the private network has', async () => {
  const guard = rules.guardOutgoing
  const wrongFor = async (resolve: () => Promise<{ address: string; family: number }[]>) =>
    rules.fetchDiscovery('https://db.internal/x', makeOutgoing(guard, [], { resolve }))
  const there = await wrongFor(async () => [{ address: '10.0.0.1', family: 4 }])
  const notThere = await wrongFor(() => Promise.reject(new Error('ENOTFOUND')))
  expect(there).toEqual(notThere)
  expect(there).toMatchObject({ wrong: expect.stringContaining('can’t reach a provider') })
})
