import { packs } from '@doorstep/machines'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepsOf } from '../../../machines/model/edges.ts'
import { begin, choicesAt, walk } from '../../../machines/model/walk.ts'
import { stepTexts } from '../../simulator/walk/stages.ts'
import type { ClassEvent, LoggedEvent } from './events.ts'
import { exercisesOf, gradeOf } from './exercises.ts'
import { reduce, stateOf } from './reduce.ts'
import { resultsOf } from './results.ts'
import { placeIn, scriptOf } from './script.ts'
import { beginningOf, sharedPlace, standingOf } from './standing.ts'

const [pack] = packs
const flow = pack?.flows.find(({ events }) => Object.keys(events).length > 10)
if (!pack || !flow) throw new Error('There is no flow to test with.')

const exercises = exercisesOf(flow)
const beginning = beginningOf(flow)
const standing = (place = beginning) => {
  const found = standingOf(flow, place)
  if (!found) throw new Error('The model does not allow this place.')
  return found
}

const created: ClassEvent = {
  kind: 'created',
  code: 'ABC346',
  settings: {
    ...{ title: 'Class', pack: pack.id, flow: flow.id, given: beginning.given, mode: 'model', keepDays: 0 },
    ...{ hints: true, branches: true, exercises },
  },
  script: scriptOf(flow, beginning.given),
  keyHashes: { trainer: 't', projector: 'p', remote: 'r' },
}

const people = ['a', 'b', 'c']
const who = fc.constantFrom(...people)
const place = fc
  .nat(scriptOf(flow, beginning.given).steps.length)
  .map((n) => placeIn(scriptOf(flow, beginning.given), n))

const event: fc.Arbitrary<ClassEvent> = fc.oneof(
  fc.record({ who, place }).map(({ who, place }): ClassEvent => {
    const [exercise] = exercises
    const now = standing(place)
    return {
      ...{ who, kind: 'moved', place, standing: now, wrong: 1 },
      ...(exercise && { grade: gradeOf(flow, exercise, place, now.wrong) }),
    }
  }),
  who.map(
    (who): ClassEvent => ({
      ...{ who, kind: 'joined', name: who, keyHash: who, deviceHash: who },
      ...{ place: beginning, standing: standing() },
    }),
  ),
  fc.record({ who, up: fc.boolean() }).map(({ who, up }): ClassEvent => ({ who, kind: 'hand', up })),
  fc
    .record({ who, kind: fc.constantFrom('removed', 'banned', 'readmitted') })
    .map(({ who, kind }) => ({ who, kind }) as ClassEvent),
  fc
    .record({ who, taken: fc.boolean() })
    .map(({ who, taken }): ClassEvent => ({ who, kind: 'hint-answered', taken })),
  who.map((who): ClassEvent => ({ who, kind: 'hint-offered', hint: { text: 'x', from: 'trainer' } })),
  fc.boolean().map((on): ClassEvent => ({ kind: 'held', on })),
  place.map((place): ClassEvent => ({ kind: 'led', place, standing: standing(place) })),
  fc.constantFrom('closed', 'opened', 'lead-ended', 'exercise-ended').map((kind) => ({ kind }) as ClassEvent),
  fc.constant<ClassEvent>({ kind: 'exercise-started', exercise: exercises[0]?.id ?? '' }),
)

const log = fc
  .array(fc.record({ event, later: fc.nat(60_000) }), { maxLength: 60 })
  .map((all): LoggedEvent[] => {
    let at = 1_000_000
    return [{ event: created, later: 0 }, ...all].map(({ event, later }, index) => {
      at += later
      return { ...event, n: index + 1, at } as LoggedEvent
    })
  })

test('the time in which the trainer leads or holds the room is no stay', () => {
  const joined = (who: string): ClassEvent => ({
    ...{ who, kind: 'joined', name: who, keyHash: who, deviceHash: who },
    ...{ place: beginning, standing: standing() },
  })
  const at = (n: number, time: number, event: ClassEvent): LoggedEvent => ({ ...event, n, at: time })
  const led: ClassEvent = { kind: 'led', place: beginning, standing: standing() }
  const state = stateOf([
    ...[at(1, 0, created), at(2, 0, joined('a')), at(3, 0, joined('b'))],
    ...[at(4, 10_000, led), at(5, 20_000, { who: 'b', kind: 'looked', around: true })],
    ...[at(6, 30_000, { kind: 'held', on: false }), at(7, 90_000, { kind: 'lead-ended' })],
  ])
  const sinceOf = (who: string) => state?.people.get(who)?.since
  expect([sinceOf('a'), sinceOf('b'), state?.waiting]).toEqual([80_000, 0, undefined])
})

describe('the state of a class', () => {
  test('is the same whether the log is read at once or continued from any point', () => {
    fc.assert(
      fc.property(log, fc.nat(60), (events, cut) => {
        const before = stateOf(events.slice(0, cut + 1))
        const continued = events.slice(cut + 1).reduce(reduce, before)
        expect(continued).toEqual(stateOf(events))
      }),
    )
  })

  test('survives being written down as JSON', () => {
    fc.assert(
      fc.property(log, (events) => {
        expect(stateOf(JSON.parse(JSON.stringify(events)))).toEqual(stateOf(events))
      }),
    )
  })

  test('an exercise that is done stays done, with the same time, way and wrong turns', () => {
    fc.assert(
      fc.property(log, (events) => {
        const done = new Map<string, string>()
        events.reduce<ReturnType<typeof stateOf>>((state, event) => {
          const next = reduce(state, event)
          for (const [id, { work }] of next?.people ?? [])
            for (const [exercise, { done: at, path, wrong }] of Object.entries(work)) {
              if (at === undefined || event.kind === 'joined') continue
              const now = JSON.stringify([at, path, wrong])
              expect(done.get(`${id} ${exercise}`) ?? now).toBe(now)
              done.set(`${id} ${exercise}`, now)
            }
          if (event.kind === 'joined')
            for (const key of done.keys()) if (key.startsWith(event.who)) done.delete(key)
          return next
        }, undefined)
      }),
    )
  })

  test('nothing about a person outlasts their events', () => {
    fc.assert(
      fc.property(log, who, (events, who) => {
        const state = stateOf(events.filter((event) => event.who !== who))
        expect(state?.people.has(who)).toBe(false)
        expect(JSON.stringify(state && resultsOf(state))).not.toContain(`"person":"${who}"`)
      }),
    )
  })

  test('a raised hand stays up through moves, and comes down with the person', () => {
    const at = 5
    const events = [
      created,
      {
        who: 'a',
        kind: 'joined',
        name: 'a',
        keyHash: '',
        deviceHash: '',
        place: beginning,
        standing: standing(),
      },
      { who: 'a', kind: 'hand', up: true },
      {
        who: 'a',
        kind: 'moved',
        place: placeIn(scriptOf(flow, beginning.given), 1),
        standing: standing(),
        wrong: 0,
      },
    ].map((event, n) => ({ ...event, n: n + 1, at }) as LoggedEvent)
    expect(stateOf(events)?.people.get('a')?.hand).toBe(at)
    const removed: LoggedEvent = { who: 'a', kind: 'removed', n: 9, at }
    expect(reduce(stateOf(events), removed)?.people.get('a')?.hand).toBeUndefined()
  })
})

describe.each(packs.flatMap(({ flows }) => flows))('$id', (flow) => {
  test('every exercise can be done, and is not done at the beginning', () => {
    expect(exercisesOf(flow).length).toBeGreaterThan(1)
    const all = Object.keys(flow.givens).flatMap((given) => exercisesOf(flow, given))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const exercise of all)
      expect(gradeOf(flow, exercise, beginningOf(flow, exercise.given), 0)).toMatchObject({
        done: false,
        broke: false,
      })
  })

  test('the demonstration that comes along leads to the goal, which is the first exercise', () => {
    const given = Object.keys(flow.givens)[0] ?? ''
    const script = scriptOf(flow, given)
    const place = placeIn(script, script.steps.length)
    const [first] = exercisesOf(flow)
    expect(standingOf(flow, place)?.goal).toBe(true)
    expect(first && gradeOf(flow, first, place, 0).done).toBe(true)
    expect(sharedPlace(beginningOf(flow), place)).toEqual(placeIn(script, 0))
    expect(sharedPlace(placeIn(script, 1), place)).toEqual(placeIn(script, 1))
  })

  test('what was not seen on the way is not done: no step, no wrong turn and no exercise', () => {
    const given = Object.keys(flow.givens)[0] ?? ''
    const script = scriptOf(flow, given)
    const goal = placeIn(script, script.steps.length)
    const [onward] = choicesAt(flow, walk(flow, given, goal.walk).at(-1) ?? begin(flow, given))
    const [first] = exercisesOf(flow)
    if (!first || !onward || onward.meta.refused) return
    const events = [...goal.walk, onward.event]
    const all = { ...goal, walk: events, at: events.length }
    const [step] = stepsOf(flow)
    const found = { ...all, seen: { from: events.length, done: step ? [step] : [] } }
    expect(gradeOf(flow, first, all, 0).done).toBe(true)
    expect(standingOf(flow, found)).toMatchObject({ done: step ? [1] : [], wrong: 0 })
    if (!standingOf(flow, found)?.goal) expect(gradeOf(flow, first, found, 0).done).toBe(false)
    const shown = { ...goal, seen: { from: goal.at, done: [] } }
    expect(gradeOf(flow, first, shown, 0).done).toBe(true)
  })

  test('everyone on the way to the goal is at a step, or at a procedure of the journey', () => {
    const given = Object.keys(flow.givens)[0] ?? ''
    const script = scriptOf(flow, given)
    const texts = stepTexts(flow)
    expect(Object.values(texts).every((text) => text.length > 0)).toBe(true)
    const steps = script.steps.map((_, n) => standingOf(flow, placeIn(script, n))?.step ?? 0)
    expect(steps[0]).toBe(1)
    for (const step of steps.filter(Boolean)) expect(texts[step]).toBeDefined()
    if (Object.keys(flow.steps).length > 0) return
    expect(steps).toEqual(script.steps.map((_, n) => n + 1))
    expect(standingOf(flow, placeIn(script, 2))?.done).toEqual([1, 2])
  })

  test('what an exercise has seen stays when the walk is found again elsewhere', () => {
    for (const exercise of exercisesOf(flow).filter(({ see }) => see.length === 1)) {
      const place = { ...beginningOf(flow, exercise.given), seen: { from: 1, done: [] } }
      const before = { seen: [true], goal: false, broke: false, done: false }
      const found = placeIn(scriptOf(flow, exercise.given), 1)
      expect(gradeOf(flow, exercise, { ...place, ...found }, 0, before).seen).toEqual([true])
      expect(gradeOf(flow, exercise, found, 0, before).seen).toEqual([false])
    }
  })

  test('a walk that the model does not have is no place', () => {
    expect(standingOf(flow, { ...beginningOf(flow), walk: ['no-such-event'], at: 1 })).toBeUndefined()
    expect(standingOf(flow, { ...beginningOf(flow), walk: [], at: 3 })).toBeUndefined()
    expect(standingOf(flow, { ...beginningOf(flow), given: 'nonsense' })).toBeUndefined()
  })
})
