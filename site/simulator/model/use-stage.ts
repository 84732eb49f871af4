import { useMemo } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { begin, type Moment } from '../../../machines/model/walk.ts'
import type { Place } from '../walk/address.ts'
import { stageOf, type Walked } from './stage.ts'

interface Shown {
  flow: Flow
  moments: readonly Moment[]
  /** Index of the moment that is shown. */
  at: number
  place: Place
}

/** What is shown and can be acted on: the walk, or the procedure of a journey that was begun. */
export function useStage(pack: Pack, { flow, moments, at, place: { given, within } }: Shown) {
  const outer = useMemo((): Walked => {
    const [first = begin(flow, given), ...rest] = moments.slice(0, at + 1)
    return { flow, given, moments: [first, ...rest] }
  }, [flow, given, moments, at])
  return useMemo(() => {
    // The address may name a procedure that the pack does not have.
    const inner = pack.flows.find(({ id }) => id === within?.flow)
    const isKnown = within && inner && Object.hasOwn(inner.givens, within.given)
    return stageOf(pack, outer, isKnown ? within : undefined)
  }, [pack, outer, within])
}
