import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isJourney } from './flow.ts'
import type { Did, Observation } from './observation.ts'
import { flowOf } from './perform.ts'
import type { Screen } from './screen.ts'
import { library } from './testing/small-pack.ts'
import { observe, startTrack, stepsDone } from './track.ts'

/** Every observation that a deployment of the pack could make, and some that it could not. */
const observations = (): fc.Arbitrary<Observation> => {
  const screen = fc.constantFrom(...Object.keys(library.screens), 'opening-hours')
  const all: Screen[] = Object.values(library.screens)
  const press = fc.constantFrom(...all.flatMap(({ buttons = [], links = [] }) => [...buttons, ...links]))
  const labels = all.flatMap(({ fields = [] }) => fields.map(({ label }) => label))
  const symbols = fc.constantFrom('registered', 'right', 'wrong', 'strong', 'weak', 'same', 'empty')
  const fields = fc.dictionary(fc.constantFrom(...labels), fc.tuple(symbols), { maxKeys: 2 })
  const link = { what: fc.constant('follow' as const), link: press, was: fc.subarray(['newest', 'older']) }
  const did: fc.Arbitrary<Did> = fc.oneof(
    fc.record({ what: fc.constant('visit' as const), address: fc.constantFrom('front', 'desk') }),
    fc.record(link),
    fc.record({ what: fc.constant('send' as const), screen, press, fields }),
    fc.constant({ what: 'return' as const }),
    fc.record({ what: fc.constant('perform' as const), event: fc.constantFrom('no-mail', 'enter') }),
  )
  const unshown: fc.Arbitrary<Did> = fc.oneof(
    fc.record({ what: fc.constant('type' as const), screen, fields }),
    fc.record({ what: fc.constant('wait' as const), seconds: fc.nat(90_000) }),
  )
  const words = ['Wrong password', 'Wrong code', 'cancelled', 'closed']
  const shown = fc.record({ screen, message: fc.constantFrom(undefined, undefined, ...words) })
  const by = fc.constantFrom(undefined, undefined, 'guest')
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ did, shown, by }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ did: unshown }) },
  )
}

const givens = library.flows
  .filter((flow) => !isJourney(flow))
  .flatMap(({ id, givens }) => Object.keys(givens).map((given) => ({ flow: id, given })))

test('no sequence of observations leads to a claim of a screen that is not shown, or to a step that was not done', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...givens),
      fc.array(observations(), { maxLength: 200, size: 'max' }),
      ({ flow, given }, all) => {
        let now = startTrack(library, flowOf(library, flow), given)
        for (const observation of all) {
          const before = stepsDone(now)
          now = observe(now, observation)
          const screens = new Set(now.positions.map(({ moment }) => moment.screen))
          expect(now.positions.length).toBeGreaterThan(0)
          if (now.fit !== 'unknown' && now.shown !== undefined) expect([...screens]).toEqual([now.shown])
          if (observation.by === undefined && observation.shown)
            expect(now.shown).toBe(observation.shown.screen)
          if (now.fit === 'unknown' || now.fit === 'left' || now.fit === 'unmodelled')
            expect(before).toEqual(expect.arrayContaining(stepsDone(now)))
        }
      },
    ),
    { numRuns: 30 },
  )
})
