import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { beginning, type Place, readAddress, writeAddress } from './address.ts'

const flow = flowOf(library, 'enter')
const flows = [library, ...packs].flatMap((pack) => pack.flows)

describe('the address of a moment', () => {
  test('is read back as it was written, for every place in every flow', () => {
    const place = fc.constantFrom(...flows).chain((flow) =>
      fc
        .record({
          mode: fc.constantFrom<Place['mode']>('model', 'live'),
          given: fc.constantFrom(...Object.keys(flow.givens)),
          walk: fc.array(fc.constantFrom(...Object.keys(flow.events)), { maxLength: 12 }),
          back: fc.nat(12),
        })
        .map(({ back, ...place }) => ({
          flow,
          place: { ...place, at: Math.max(0, place.walk.length - back) },
        })),
    )
    fc.assert(
      fc.property(place, ({ flow, place }) => {
        expect(readAddress(flow, writeAddress(flow, place))).toEqual(place)
      }),
    )
  })

  test('is empty at the beginning', () => {
    expect(writeAddress(flow, beginning(flow))).toBe('')
  })

  test.each([
    '#given=nonsense',
    '#given=__proto__',
    '#given=constructor',
    '#walk=no-such-event',
    '#walk=toString,__proto__',
    '#at=-3',
    '#at=99',
    '#%%%',
  ])('falls back to the beginning for %s', (hash) => expect(readAddress(flow, hash)).toEqual(beginning(flow)))
})
