import { packs } from '@doorstep/machines'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exercisesOf } from '../model/exercises.ts'
import { type Result, resultsAsCsv } from '../model/results.ts'
import { placeIn, scriptOf } from '../model/script.ts'
import { standingOf } from '../model/standing.ts'
import type { Statement } from '../model/xapi.ts'
import { settings } from '../testing/class-client.ts'
import { startRecordStore } from '../testing/record-store.ts'
import { start } from '../testing/start.ts'

const flow = packs[0]?.flows.find(({ id }) => id === settings.flow)
if (!flow) throw new Error('There is no flow to test with.')
const script = scriptOf(flow, settings.given)
const exercises = exercisesOf(flow)
const [goal, clean] = exercises

/** Places with one wrong turn in them. */
const refusals = exercises.flatMap(({ see }) =>
  script.steps.flatMap((_, n) =>
    see.flatMap((event) => {
      const walk = [...script.steps.slice(0, n).map((step) => step.event), event]
      const place = { flow: flow.id, given: settings.given, walk, at: walk.length }
      return standingOf(flow, place)?.wrong === 1 ? [place] : []
    }),
  ),
)

async function playClass(clock: { now: number }) {
  const classes = await start({ now: () => clock.now })
  const room = await classes.create({ exercises, keepDays: 7 })
  const [ada, bob] = [await room.join('Ada'), await room.join('=HYPERLINK("x")')]
  await room.act({ act: 'start-exercise', exercise: goal?.id })
  clock.now += 61_500
  const whole = placeIn(script, script.steps.length)
  await room.me(ada.key, { act: 'ask-hint' })
  await room.me(ada.key, { act: 'move', place: whole, moved: 1 })
  await room.me(bob.key, { act: 'move', place: placeIn(script, 1), moved: 1 })
  return { ...classes, ...room, ada, bob, whole }
}

describe('results', () => {
  test('of each person: done, the way, wrong turns, hints and the time', async () => {
    const { results } = await playClass({ now: 1_800_000_000_000 })
    const { body } = await results()
    expect(body).toEqual([
      expect.objectContaining({ name: 'Ada', done: true, seconds: 62, hints: 1, wrongTurns: 0 }),
      expect.objectContaining({ done: false, hints: 0, path: [script.steps[0]?.event] }),
    ])
    expect((body as Result[])[0]?.path).toEqual(script.steps.map(({ event }) => event))
  })

  test('as CSV are one line each, and no formula', async () => {
    const { results } = await playClass({ now: 1_800_000_000_000 })
    const lines = resultsAsCsv((await results()).body as Result[]).split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(/^\uFEFFname,/)
    expect(lines[2]).toMatch(/^"'=HYPERLINK\(""x""\)",/)
  })

  test('a wrong turn breaks an exercise that allows none; beginning again mends it', async () => {
    const { act, me, ada, results, whole } = await playClass({ now: 1_800_000_000_000 })
    await act({ act: 'start-exercise', exercise: clean?.id })
    await me(ada.key, { act: 'move', place: refusals[0], moved: 2 })
    const broken = ((await results()).body as Result[]).find(
      ({ name, exercise }) => name === 'Ada' && exercise === clean?.id,
    )
    expect(broken?.done).toBe(false)
    expect(broken?.wrongTurns).toBe(1)
    await me(ada.key, { act: 'move', place: { ...whole, walk: [], at: 0 }, moved: 2 })
    await me(ada.key, { act: 'move', place: whole, moved: 2 })
    const mended = ((await results()).body as Result[]).find(
      ({ name, exercise }) => name === 'Ada' && exercise === clean?.id,
    )
    expect(mended?.done).toBe(true)
  })

  test('what comes after the time is up does not count; extra time does', async () => {
    const clock = { now: 1_800_000_000_000 }
    const { act, me, bob, results, whole } = await playClass(clock)
    clock.now += (goal?.minutes ?? 0) * 60_000
    await me(bob.key, { act: 'move', place: placeIn(script, 2), moved: 1 })
    await me(bob.key, { act: 'move', place: whole, moved: 1 })
    expect((await results()).body[1]).toMatchObject({ done: false })
    await act({ act: 'extra-time', who: bob.body.id, seconds: 600 })
    await me(bob.key, { act: 'move', place: placeIn(script, 2), moved: 1 })
    await me(bob.key, { act: 'move', place: whole, moved: 1 })
    expect((await results()).body[1]).toMatchObject({ done: true })
  })

  test('hints run out', async () => {
    const { act, me, bob } = await playClass({ now: 1_800_000_000_000 })
    await act({ act: 'start-exercise', exercise: clean?.id })
    expect((await me(bob.key, { act: 'ask-hint' })).body.error.code).toBe('no-hints')
  })
})

describe('xAPI statements', () => {
  async function statements(end: boolean) {
    const played = await playClass({ now: 1_800_000_000_000 })
    if (end) await played.act({ act: 'end' })
    const { body } = await played.json('GET', `${played.at}/results.xapi.json`, played.keys.trainer)
    return body as Statement[]
  }

  const send = (url: string, body: unknown) =>
    fetch(`${url}/xapi/statements`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' },
      body: JSON.stringify(body),
    })

  test('are accepted by a record store that checks their order and results', async () => {
    const store = await startRecordStore()
    onTestFinished(() => store.close())
    const answer = await send(store.url, await statements(true))
    expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
    const verbs = store.kept.map(({ actor, verb }) => `${actor.name} ${verb.display.en}`)
    expect(verbs.filter((verb) => verb.startsWith('Ada'))).toEqual([
      'Ada initialized',
      'Ada completed',
      'Ada passed',
    ])
    expect(verbs.some((verb) => verb.endsWith('failed'))).toBe(true)
  })

  test('the same results have the same ids, so that a store takes them once', async () => {
    const store = await startRecordStore()
    onTestFinished(() => store.close())
    const all = await statements(false)
    expect((await send(store.url, all)).status).toBe(200)
    expect((await send(store.url, all)).status).toBe(409)
  })

  test('the store refuses what is out of order, or has no result', async () => {
    const store = await startRecordStore()
    onTestFinished(() => store.close())
    const all = await statements(true)
    expect((await send(store.url, all.toReversed())).status).toBe(400)
    expect(
      (
        await send(
          store.url,
          all.map(({ result: _, ...rest }) => rest),
        )
      ).status,
    ).toBe(400)
  })
})
