import { packs } from '@doorstep/machines'
import { describe, expect, test } from 'vitest'
import { injectionsOf } from '../model/injections.ts'
import { indexIn, placeIn, problemOfScript, recorded, scriptOf } from '../model/script.ts'
import { standingOf } from '../model/standing.ts'
import type { BoardMessage, PersonView } from '../model/views.ts'
import { settings } from '../testing/class-client.ts'
import { move, placeAt, script } from '../testing/moves.ts'
import { start } from '../testing/start.ts'

const flows = packs[0]?.flows ?? []
const timed = flows.find((flow) => injectionsOf(flow).some(({ kind }) => kind === 'time'))
if (!timed) throw new Error('There is no flow in which time passes.')
const wait = injectionsOf(timed).find(({ kind }) => kind === 'time')
const given = Object.keys(timed.givens)[0] ?? ''

/** A class with two people, and what each of them sees now. */
async function withTwo(change = {}) {
  const { create, open } = await start()
  const room = await create(change)
  const [ada, bob] = [await room.join('Ada'), await room.join('Bob')]
  const see = async (key: string): Promise<PersonView> => {
    const stream = await open<PersonView>(room.at, key)
    const view = (await stream.next())?.data
    await stream.close()
    if (!view) throw new Error('There is no view.')
    return view
  }
  const board = async (): Promise<BoardMessage> => {
    const stream = await open<BoardMessage>(room.at, room.keys.trainer)
    const message = (await stream.next())?.data
    await stream.close()
    if (!message) throw new Error('There is no board.')
    return message
  }
  return { ...room, ada, bob, see, board }
}

describe('the room', () => {
  test('all, or one, come to a step, and nobody’s wrong turns are counted for it', async () => {
    const { act, see, ada, bob } = await withTwo()
    expect((await act({ act: 'bring', flow: settings.flow, step: 3, who: bob.body.id })).body.concerned).toBe(
      1,
    )
    expect([(await see(ada.key)).me.place.at, (await see(bob.key)).me.place]).toEqual([0, placeAt(2)])
    expect((await act({ act: 'bring', flow: settings.flow, step: 2 })).body.concerned).toBe(2)
    expect((await see(ada.key)).me).toMatchObject({ place: placeAt(1), moved: 1, wrong: 0 })
    expect((await act({ act: 'bring', flow: settings.flow, step: 99 })).body.error.code).toBe('no-way')
  })

  test('all start over, in another flow too', async () => {
    const { act, me, see, ada } = await withTwo()
    await me(ada.key, move(2))
    await act({ act: 'start-over', flow: timed.id, given })
    expect((await see(ada.key)).me.place).toEqual({ flow: timed.id, given, walk: [], at: 0 })
  })

  test('something happens to those at whose moment it can', async () => {
    const { act, see, ada, bob, me } = await withTwo({ flow: timed.id, given })
    const reach = scriptOf(timed, given)
    const able = reach.steps.findIndex((_, n) => {
      const walk = [...reach.steps.slice(0, n).map(({ event }) => event), wait?.event ?? '']
      return standingOf(timed, { flow: timed.id, given, walk, at: walk.length })
    })
    expect(able).toBeGreaterThanOrEqual(0)
    await me(bob.key, { act: 'move', place: placeIn(reach, reach.steps.length), moved: 0 })
    await me(ada.key, { act: 'move', place: placeIn(reach, able), moved: 0 })
    expect((await act({ act: 'inject', event: wait?.event })).body.concerned).toBe(1)
    expect((await see(ada.key)).me.place.walk.at(-1)).toBe(wait?.event)
    expect((await act({ act: 'inject', event: 'no-such-event' })).body.error.code).toBe('nobody')
  })
})

describe('hints', () => {
  test('are offered, and counted once they are taken', async () => {
    const { act, me, see, board, ada, bob } = await withTwo()
    expect((await act({ act: 'offer-hint' })).body.concerned).toBe(2)
    expect((await act({ act: 'offer-hint' })).body.error.code).toBe('nobody')
    await me(ada.key, { act: 'answer-hint', taken: true })
    await me(bob.key, { act: 'answer-hint', taken: false })
    expect((await see(ada.key)).me.taken?.text).toMatch(/^Step 1: /)
    expect((await board()).rows.map(({ hints }) => hints)).toEqual([1, 0])
    await me(ada.key, move(1))
    expect((await see(ada.key)).me.taken).toBeUndefined()
  })

  test('that people ask for can be ruled out', async () => {
    const { me, ada } = await withTwo({ hints: false })
    expect((await me(ada.key, { act: 'ask-hint' })).body.error.code).toBe('no-hints')
  })
})

describe('a demonstration', () => {
  test('is stepped through, and no further than its ends', async () => {
    const { act, board, see, ada } = await withTwo()
    for (const by of [1, 1, 1, -1]) await act({ act: 'step', by, presenter: 'one' })
    expect((await board()).room?.lead?.place).toEqual(placeAt(1))
    expect((await see(ada.key)).lead?.place).toEqual(placeAt(1))
    for (const _ of script.steps) await act({ act: 'step', by: 1 })
    await act({ act: 'step', by: 1 })
    expect((await board()).room?.lead?.place).toEqual(placeAt(script.steps.length))
  })

  test('goes on from where a free walk has left it', () => {
    const astray = { ...placeAt(2), walk: [...placeAt(2).walk, 'elsewhere'], at: 3 }
    expect(indexIn(script, astray)).toBe(2)
    expect(indexIn(script, { ...placeAt(2), flow: 'another' })).toBe(0)
  })

  test('that was recorded keeps its notes, and fits the model', () => {
    const flow = flows.find(({ id }) => id === settings.flow)
    if (!flow) throw new Error('There is no flow.')
    const noted = { ...script, steps: script.steps.map((step, n) => ({ ...step, note: `Note ${n}` })) }
    const again = recorded(flow, placeAt(3), noted)
    expect(again.steps.map(({ note }) => note)).toEqual(['Note 0', 'Note 1', 'Note 2'])
    expect(problemOfScript(flows, again)).toBeUndefined()
  })

  test('that does not fit the model is refused, with the step', async () => {
    const { act } = await withTwo()
    const [first, second] = script.steps
    const wrong = { ...script, steps: [second, first] }
    const { status, body } = await act({ act: 'script', script: wrong })
    expect(status).toBe(400)
    expect(body.error.message).toContain(`Step 1 of the demonstration, "${second?.event}"`)
    expect((await act({ act: 'script', script: { ...script, given: 'nonsense' } })).status).toBe(400)
  })
})

test('someone who does too much at once is slowed down, and nobody else', async () => {
  const { create } = await start({ now: () => 1_800_000_000_000 })
  const { join, me } = await create()
  const [ada, bob] = [await join('Ada'), await join('Bob')]
  const statuses = []
  for (let n = 0; n < 60; n += 1) statuses.push((await me(ada.key, { act: 'hand', up: n % 2 === 0 })).status)
  expect(statuses.slice(0, 40).every((status) => status === 200)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
  expect((await me(bob.key, { act: 'hand', up: true })).status).toBe(200)
})
