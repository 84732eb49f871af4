import { packs } from '@doorstep/machines'
import { describe, expect, test } from 'vitest'
import { hasOwnSteps } from '../../simulator/walk/stages.ts'
import { type ClassPlace, samePlace } from './place.ts'
import { scriptOf } from './script.ts'
import { beginningOf, standingOf } from './standing.ts'

const flow = packs.flatMap(({ flows }) => flows).find((flow) => hasOwnSteps(flow))
if (!flow) throw new Error('There is no flow with numbered steps.')
const { given } = beginningOf(flow)
const walk = scriptOf(flow, given).steps.map(({ event }) => event)
const placeAt = (at: number): ClassPlace => ({ flow: flow.id, given, walk: walk.slice(0, at), at })
const standingAfter = (place: ClassPlace) => standingOf(flow, place)

/** A place one moment before a step, which was done already: the person has gone back there. */
function goneBack(): { place: ClassPlace; step: number } {
  for (let at = 0; at < walk.length; at += 1) {
    const [before, after] = [standingAfter(placeAt(at)), standingAfter(placeAt(at + 1))]
    if (!before || !after || after.done.length === before.done.length || after.step === 0) continue
    const done = after.done.map((step) => `${flow?.id}.${step}` as const)
    return { place: { ...placeAt(at), seen: { from: at, done } }, step: after.step }
  }
  throw new Error('No step of the flow is done before the last.')
}

describe('where someone is', () => {
  test('a step that was seen to be done is not due again after Back', () => {
    const { place, step } = goneBack()
    expect(standingAfter(place)?.step).toBe(step)
  })

  test('is another place when other steps were seen to be done', () => {
    const { place } = goneBack()
    expect(samePlace(place, { ...place, seen: undefined })).toBe(false)
    expect(samePlace(place, { ...place })).toBe(true)
  })
})
