import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packs } from '@doorstep/machines'
import { afterEach, describe, expect, test } from 'vitest'
import { placeIn, scriptOf } from '../model/script.ts'
import type { BoardMessage, PersonView } from '../model/views.ts'
import { makeKey, settings, startClasses } from '../testing/class-client.ts'

const closing: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function start(options: Parameters<typeof startClasses>[0] = {}) {
  const classes = await startClasses(options)
  closing.push(classes.close)
  return classes
}

const flow = packs[0]?.flows.find(({ id }) => id === settings.flow)
if (!flow) throw new Error('There is no flow to test with.')
const script = scriptOf(flow, settings.given)
const placeAt = (n: number) => placeIn(script, n)
const move = (n: number, moved = 0) => ({ act: 'move', place: placeAt(n), moved })

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

  test('300 people, all at once; the next one is told that it is full', async () => {
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

describe('the stream', () => {
  test('a late joiner sees the present moment at once', async () => {
    const { create, open } = await start()
    const { at, act, join } = await create()
    await act({ act: 'lead', place: placeAt(2), presenter: 'one' })
    const ada = await join('Ada')
    const stream = await open<PersonView>(at, ada.key)
    expect((await stream.next())?.data.lead?.place).toEqual(placeAt(2))
    await stream.close()
  })

  test('with Last-Event-ID nothing is sent twice, and nothing is missed', async () => {
    const { create, open } = await start()
    const { at, act, join, me } = await create()
    const ada = await join('Ada')
    const one = await open<PersonView>(at, ada.key)
    const first = await one.next()
    await one.close()
    const other = await open<PersonView>(at, ada.key, first?.id)
    await me(ada.key, move(1))
    const second = await other.next()
    expect(second?.data.me.place).toEqual(placeAt(1))
    await other.close()
    await act({ act: 'hold', on: true })
    const third = await open<PersonView>(at, ada.key, second?.id)
    expect((await third.next())?.data.held).toBe(true)
    await third.close()
  })

  test('a board gets at most ten messages a second, with what changed alone', async () => {
    const { create, open } = await start()
    const { at, keys, join, me } = await create()
    const all = await Promise.all(Array.from({ length: 30 }, () => join()))
    const stream = await open<BoardMessage>(at, keys.trainer)
    expect((await stream.next())?.data.rows).toHaveLength(30)
    await Promise.all(all.map(({ key }) => me(key, move(1))))
    const started = performance.now()
    let messages = 0
    for (let moved = 0; moved < 30; messages += 1) moved += (await stream.next())?.data.rows.length ?? 0
    expect(messages).toBeLessThanOrEqual(Math.ceil((performance.now() - started) / 100) + 1)
    await me(all[3]?.key ?? '', { act: 'hand', up: true })
    const last = await stream.next()
    expect(last?.data.rows.map(({ id }) => id)).toEqual([all[3]?.body.id])
    expect(last?.data.room).toBeUndefined()
    await stream.close()
  })
})

describe('a move', () => {
  test('is what the model allows, and nothing else', async () => {
    const { create } = await start()
    const { join, me } = await create()
    const ada = await join()
    const place = { ...placeAt(0), walk: [script.steps[3]?.event ?? ''], at: 1 }
    expect((await me(ada.key, { act: 'move', place, moved: 0 })).body.error.code).toBe('not-in-the-model')
    expect((await me(ada.key, move(2))).status).toBe(200)
  })

  test('that was made before the trainer moved the person changes nothing', async () => {
    const { create, open } = await start()
    const { at, act, join, me } = await create()
    const ada = await join()
    await act({ act: 'bring', flow: settings.flow, step: 2, who: ada.body.id })
    await me(ada.key, move(3, 0))
    const stream = await open<PersonView>(at, ada.key)
    const view = (await stream.next())?.data
    await stream.close()
    expect(view?.me.moved).toBe(1)
    expect(view?.me.place).toEqual(placeAt(1))
  })

  test('is refused while the room is held, or follows', async () => {
    const { create } = await start()
    const { act, join, me } = await create()
    const ada = await join()
    await act({ act: 'hold', on: true })
    expect((await me(ada.key, move(1))).body.error.code).toBe('held')
    expect((await me(ada.key, { act: 'look', around: true })).body.error.code).toBe('held')
    await act({ act: 'hold', on: false })
    await act({ act: 'lead', place: placeAt(2), presenter: 'one' })
    expect((await me(ada.key, move(1))).body.error.code).toBe('following')
    await me(ada.key, { act: 'look', around: true })
    expect((await me(ada.key, move(1))).status).toBe(200)
  })
})

test('one presents at a time: another window asks, then takes over', async () => {
  const { create } = await start()
  const { act } = await create()
  await act({ act: 'lead', place: placeAt(1), presenter: 'one' })
  expect((await act({ act: 'lead', place: placeAt(2), presenter: 'two' })).body.error.code).toBe(
    'not-presenting',
  )
  await act({ act: 'take-presenter', presenter: 'two', name: 'Second trainer' })
  expect((await act({ act: 'lead', place: placeAt(2), presenter: 'two' })).status).toBe(200)
  expect((await act({ act: 'step', by: 1, presenter: 'one' })).status).toBe(409)
})

test('help takes consent, and ends', async () => {
  const { create } = await start()
  const { act, join, me } = await create()
  const ada = await join('Ada')
  const who = ada.body.id
  const help = { act: 'help-move', who, place: placeAt(1) }
  expect((await act(help)).body.error.code).toBe('no-consent')
  expect((await me(ada.key, { act: 'answer-help', yes: true })).status).toBe(409)
  await act({ act: 'ask-help', who })
  expect((await act(help)).status).toBe(403)
  await me(ada.key, { act: 'answer-help', yes: true })
  expect((await act(help)).status).toBe(200)
  await act({ act: 'end-help', who })
  expect((await act(help)).status).toBe(403)
})

describe('a restart', () => {
  test('loses nothing: people are where they were, with the same keys, the trainer included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-class-'))
    closing.push(() => rmSync(folder, { recursive: true }))
    const before = await startClasses({ folder })
    const { at, keys, act, join: joinClass, me } = await before.create()
    const ada = await joinClass('Ada')
    await me(ada.key, move(3))
    await act({ act: 'close' })
    await before.close()

    const after = await start({ folder })
    const stream = await after.open<PersonView>(at, ada.key)
    expect((await stream.next())?.data.me).toMatchObject({ name: 'Ada', place: placeAt(3) })
    await stream.close()
    const board = await after.open<BoardMessage>(at, keys.trainer)
    expect((await board.next())?.data.room).toMatchObject({ closed: true })
    await board.close()
    expect((await after.json('POST', `${at}/me`, ada.key, move(4))).status).toBe(200)
  })

  test('what was deleted stays deleted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-class-'))
    closing.push(() => rmSync(folder, { recursive: true }))
    const before = await startClasses({ folder })
    const { at, keys, join: joinClass, act } = await before.create({ keepDays: 7 })
    const [ada, bob] = [await joinClass('Ada'), await joinClass('Bob')]
    expect((await before.json('DELETE', `${at}/me`, ada.key)).status).toBe(204)
    await act({ act: 'end' })
    await before.close()

    const after = await start({ folder })
    expect((await after.json('GET', `${at}/people/${ada.body.id}`, keys.trainer)).status).toBe(404)
    expect((await after.json('GET', `${at}/people/${bob.body.id}`, keys.trainer)).status).toBe(200)
    expect((await after.json('DELETE', at, keys.trainer)).status).toBe(204)
    expect((await after.json('GET', at)).status).toBe(404)
  })
})

test('results last as long as the trainer chose', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-class-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  const now = Date.now()
  const before = await startClasses({ folder, now: () => now })
  const [kept, dropped] = [await before.create({ keepDays: 7 }), await before.create()]
  for (const { act } of [kept, dropped]) await act({ act: 'end' })
  expect((await before.json('GET', dropped.at)).status).toBe(404)
  await before.close()
  const day = 24 * 60 * 60 * 1000
  const soon = await startClasses({ folder, now: () => now + 6 * day })
  expect((await soon.json('GET', kept.at)).status).toBe(200)
  await soon.close()
  const later = await start({ folder, now: () => now + 8 * day })
  expect((await later.json('GET', kept.at)).status).toBe(404)
})
