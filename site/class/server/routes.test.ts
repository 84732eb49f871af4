import type { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { BoardMessage, PersonView } from '../model/views.ts'
import { makeKey, settings } from '../testing/class-client.ts'
import { move } from '../testing/moves.ts'
import { start } from '../testing/start.ts'

describe('creating a class', () => {
  test('answers a code and keys, and the keys are in no other answer', async () => {
    const { create, ask } = await start()
    const { code, keys, at } = await create()
    expect(code).toMatch(/^[3-9A-Y]{6}$/)
    for (const path of [at, '/settings', `${at}/results.json`]) {
      const text = await (await ask('GET', path, keys.trainer)).text()
      for (const key of Object.values(keys)) expect(text).not.toContain(key)
    }
  })

  test('takes the trainer key where there is one', async () => {
    const { json } = await start({ trainerKey: 'open-sesame-123' })
    const without = await json('POST', '/classes', undefined, settings)
    const wrong = await json('POST', '/classes', undefined, { ...settings, trainerKey: 'open-sesame-124' })
    const right = await json('POST', '/classes', undefined, { ...settings, trainerKey: 'open-sesame-123' })
    expect([without.status, wrong.status, right.status]).toEqual([403, 403, 201])
    expect(without.body.error.code).toBe('wrong-trainer-key')
  })

  test('is limited for each trainer key, and the answer says when to try again', async () => {
    const trainerKey = 'open-sesame-123'
    const { ask } = await start({ trainerKey })
    const create = () => ask('POST', '/classes', undefined, { ...settings, trainerKey })
    for (let n = 0; n < 30; n++) expect((await create()).status).toBe(201)
    const refused = await create()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
  })

  test.each([
    ['flow', { flow: 'nonsense' }],
    ['given', { given: 'nonsense' }],
    ['pack', { pack: 'nonsense' }],
  ])('refuses an unknown %s, by its name', async (_, change) => {
    const { json } = await start()
    const { status, body } = await json('POST', '/classes', undefined, { ...settings, ...change })
    expect(status).toBe(400)
    expect(body.error.message).toContain('nonsense')
  })
})

describe('joining', () => {
  test('gives a name, or takes one, cleaned and different from all others', async () => {
    const { create } = await start()
    const { join } = await create()
    expect((await join()).body.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
    expect((await join('  Ada\u202E  ')).body.name).toBe('Ada')
    expect((await join('ADA')).body.name).toBe('ADA 2')
    expect((await join('\u200B!')).body.error.code).toBe('bad-name')
  })

  test('once, however often the same request is sent', async () => {
    const { create, json } = await start()
    const { at } = await create()
    const body = { key: makeKey(), device: makeKey() }
    const [one, other] = await Promise.all([
      json('POST', `${at}/join`, undefined, body),
      json('POST', `${at}/join`, undefined, body),
    ])
    expect(other.body).toEqual(one.body)
  })

  test('is refused for a wrong code, a closed room and a banned device; those who are in come back', async () => {
    const { create, json, open } = await start()
    const { at, act, join } = await create()
    const body = { key: makeKey(), device: makeKey() }
    expect((await json('POST', '/classes/AAAAAA/join', undefined, body)).body.error.code).toBe(
      'no-such-class',
    )
    expect((await json('POST', '/classes/oo/join', undefined, body)).status).toBe(404)

    const ada = await join('Ada')
    await act({ act: 'close' })
    expect((await join('Bob')).body.error.code).toBe('closed')
    const stream = await open<PersonView>(at, ada.key)
    expect((await stream.next())?.data.me.name).toBe('Ada')
    await stream.close()

    await act({ act: 'open' })
    await act({ act: 'ban', who: ada.body.id })
    expect((await join('Ada again', ada.device)).body.error.code).toBe('banned')
    await act({ act: 'readmit', who: ada.body.id })
    const back = await open<PersonView>(at, ada.key)
    expect((await back.next())?.data.state).toBe('in')
    await back.close()
  })

  test('someone who was removed sees it, may do nothing, and may join again', async () => {
    const { create, open } = await start()
    const { at, act, join, me } = await create()
    const ada = await join('Ada')
    const stream = await open<PersonView>(at, ada.key)
    await stream.next()
    await act({ act: 'remove', who: ada.body.id })
    expect((await stream.next())?.data.state).toBe('removed')
    expect(await stream.next()).toBeUndefined()
    expect((await me(ada.key, move(1))).body.error.code).toBe('removed')
    expect((await join('Ada', ada.device)).status).toBe(201)
  })

  test('300 people, all at once; the next one reads that it is full', async () => {
    const { create } = await start()
    const { join } = await create()
    const joined = await Promise.all(Array.from({ length: 300 }, () => join()))
    expect(new Set(joined.map(({ body }) => body.name)).size).toBe(300)
    expect((await join()).body.error.code).toBe('full')
  })
})

describe('keys', () => {
  test('a participant’s key steers nothing, reads no results and opens no board', async () => {
    const { create, json, open } = await start()
    const { at, act, join } = await create()
    const ada = await join('Ada')
    for (const steer of [{ act: 'hold', on: true }, { act: 'end' }, { act: 'ban', who: ada.body.id }])
      expect((await act(steer, ada.key)).status).toBe(403)
    expect((await json('GET', `${at}/results.json`, ada.key)).status).toBe(403)
    const stream = await open<PersonView>(at, ada.key)
    expect((await stream.next())?.data.me.name).toBe('Ada')
    await stream.close()
  })

  test('another class’s trainer link is refused, and so is none', async () => {
    const { create, json } = await start()
    const [one, other] = [await create(), await create()]
    expect((await one.act({ act: 'end' }, other.keys.trainer)).body.error.code).toBe('not-yours')
    expect((await json('GET', `${one.at}/stream`)).status).toBe(401)
    expect((await json('DELETE', one.at, other.keys.trainer)).status).toBe(403)
  })

  test('a name that the trainer has given stays: its holder can’t change it back', async () => {
    const { create, open } = await start()
    const { at, act, join, me } = await create()
    const ada = await join('Rude')
    await act({ act: 'rename', who: ada.body.id, name: 'Ada' })
    expect((await me(ada.key, { act: 'rename', name: 'Rude' })).body.error.code).toBe('bad-request')
    const stream = await open<PersonView>(at, ada.key)
    expect((await stream.next())?.data.me.name).toBe('Ada')
    await stream.close()
  })

  test('a projector sees no names and steers nothing; a remote only steps', async () => {
    const { create, open } = await start()
    const { at, act, join, keys } = await create()
    await join('Ada Lovelace')
    const stream = await open<BoardMessage>(at, keys.projector)
    const first = await stream.next()
    await stream.close()
    expect(first?.data.rows).toHaveLength(1)
    expect(JSON.stringify(first)).not.toContain('Ada')
    expect(first?.data.room?.script.steps).toEqual([])
    expect((await act({ act: 'step', by: 1 }, keys.projector)).status).toBe(403)
    expect((await act({ act: 'end' }, keys.remote)).status).toBe(403)
    expect((await act({ act: 'step', by: 1 }, keys.remote)).status).toBe(200)
  })
})

describe('a request that takes its time', () => {
  /** Begins a request, and ends it when something else has happened meanwhile. */
  async function slow(app: Hono, path: string, key: string, body: object, meanwhile: () => Promise<unknown>) {
    const text = JSON.stringify(body)
    const parts = new TransformStream<Uint8Array, Uint8Array>()
    const headers = {
      ...{ authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      'content-length': String(text.length),
    }
    const init = { method: 'POST', headers, body: parts.readable, duplex: 'half' }
    const answering = app.request(path, init)
    await meanwhile()
    const writer = parts.writable.getWriter()
    await writer.write(new TextEncoder().encode(text))
    await writer.close()
    return (await (await answering).json()).error?.code
  }

  test('does nothing that is not allowed any more when it has arrived', async () => {
    const { create, app, json } = await start()
    const { at, keys, act, join } = await create()
    const [ada, bob, cleo] = [await join('Ada'), await join('Bob'), await join('Cleo')]
    const hand = { act: 'hand', up: true }
    const ban = () => act({ act: 'ban', who: ada.body.id })
    expect(await slow(app, `${at}/me`, ada.key, hand, ban)).toBe('banned')
    const leave = () => json('DELETE', `${at}/me`, bob.key)
    expect(await slow(app, `${at}/me`, bob.key, hand, leave)).toBe('not-yours')
    const drop = () => json('DELETE', at, keys.trainer)
    expect(await slow(app, `${at}/me`, cleo.key, hand, drop)).toBe('no-such-class')
  })
})

describe('what nobody’s page sends', () => {
  test('is refused where it is too large, with or without a length', async () => {
    const { create, app, json } = await start()
    const { at, join } = await create()
    const { key } = await join('Ada')
    const name = 'x'.repeat(1_000_000)
    expect((await json('POST', `${at}/me`, key, { act: 'hand', name })).status).toBe(413)
    const body = new Blob([JSON.stringify({ name, key: makeKey(), device: makeKey() })]).stream()
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const init = { method: 'POST', headers, body, duplex: 'half' }
    const answer = await app.request(`${at}/join`, init)
    expect([answer.status, (await answer.json()).error.code]).toEqual([413, 'too-large'])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'is refused as “%s”, which any page in the trainer’s browser can send',
    async (type) => {
      const { json } = await start()
      const headers = { 'content-type': type }
      const { status, body } = await json('POST', '/classes', undefined, settings, headers)
      expect([status, body.error.code]).toEqual([415, 'no-json'])
    },
  )

  test('names nothing that every object has by birth', async () => {
    const { create, json } = await start()
    const { at, act, join, me } = await create()
    const { key } = await join('Ada')
    for (const given of ['constructor', '__proto__', 'toString']) {
      const place = { flow: settings.flow, given, walk: [], at: 0 }
      const exercise = { id: given, title: 'x', flow: settings.flow, given: settings.given, goal: true }
      const exercises = [{ ...exercise, see: [], avoid: [], hints: 0 }]
      const answers = [
        await me(key, { act: 'move', place, moved: 0 }),
        await act({ act: 'set-exercises', exercises }),
        await act({ act: 'start-over', flow: settings.flow, given }),
        await json('POST', '/classes', undefined, { ...settings, given }),
        await json('POST', `${at}/me/sandbox`, key, { given }),
      ]
      for (const { status, body } of answers) expect([status, body.error.code]).toEqual([400, 'bad-request'])
    }
  })

  test.each([
    ['PUT', '/classes'],
    ['GET', '/classes/AAAAAA/acts'],
    ['GET', '/nowhere'],
  ])('by %s at %s has an answer that a program can read', async (method, path) => {
    const { json } = await start()
    const { status, body } = await json(method, path)
    expect([status, body.error.code]).toEqual([404, 'no-such-page'])
  })
})
