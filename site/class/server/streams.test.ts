import { describe, expect, test } from 'vitest'
import type { BoardMessage, PersonView } from '../model/views.ts'
import { settings } from '../testing/class-client.ts'
import { move, placeAfterRefusals, placeAt, script } from '../testing/moves.ts'
import { start } from '../testing/start.ts'

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

describe('streams that one person opens', () => {
  test('end when there are too many, the oldest first, and those of others go on', async () => {
    const { create, open } = await start()
    const { at, act, join } = await create()
    const [ada, bob] = [await join('Ada'), await join('Bob')]
    const others = await open<PersonView>(at, bob.key)
    await others.next()
    const streams = []
    for (let n = 0; n < 30; n += 1) {
      const stream = await open<PersonView>(at, ada.key)
      await stream.next()
      streams.push(stream)
    }
    const [first, last] = [streams[0], streams.at(-1)]
    expect(await first?.next()).toBeUndefined()
    await act({ act: 'hold', on: true })
    expect((await last?.next())?.data.held).toBe(true)
    expect((await others.next())?.data.held).toBe(true)
    await Promise.all([others, ...streams].map((stream) => stream.close()))
  })

  test('are refused where they come too fast, and those of others are not', async () => {
    const { create, open, ask } = await start({ now: () => 1_800_000_000_000 })
    const { at, join } = await create()
    const [ada, bob] = [await join('Ada'), await join('Bob')]
    for (let n = 0; n < 40; n += 1) await (await open(at, ada.key)).close()
    const refused = await ask('GET', `${at}/stream`, ada.key)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    const others = await open<PersonView>(at, bob.key)
    expect((await others.next())?.data.me.name).toBe('Bob')
    await others.close()
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

  test('costs little, however long the walk is: nobody waits for those who send the longest', async () => {
    const { create } = await start()
    const { join, me } = await create()
    const ada = await join()
    const began = performance.now()
    for (let times = 351; times <= 390; times += 1) {
      const place = placeAfterRefusals(times)
      expect((await me(ada.key, { act: 'move', place, moved: 0 })).status).toBe(200)
    }
    expect(performance.now() - began).toBeLessThan(2_000)
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

test('a live demonstration stays one when another flow is demonstrated', async () => {
  const { create, open } = await start()
  const { at, act, join } = await create()
  const ada = await join('Ada')
  await act({ act: 'lead', place: placeAt(1), presenter: 'one', live: true })
  await act({ act: 'script', script: { ...script, steps: script.steps.slice(0, 2) } })
  const stream = await open<PersonView>(at, ada.key)
  expect((await stream.next())?.data.lead).toEqual({ place: placeAt(0), live: true })
  await stream.close()
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
