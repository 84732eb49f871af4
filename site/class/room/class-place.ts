import { createContext, use, useCallback } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Happened } from '../../simulator/happening.ts'
import type { MakeSandbox } from '../../simulator/live/sandbox.ts'
import type { Place } from '../../simulator/walk/address.ts'
import type { ClassPlace } from '../model/place.ts'

/** Where a simulator in a class is, and how it moves. */
export interface Held {
  mode: Place['mode']
  place: ClassPlace
  go: (change: (place: ClassPlace) => ClassPlace) => void
  /** What the trainer lets happen to a live sandbox. */
  happened?: readonly Happened[]
  makeSandbox?: MakeSandbox
  /** There is no live tenant, so that the model has to do. */
  onMode?: (mode: Place['mode']) => void
}

export const HeldPlace = createContext<Held | undefined>(undefined)

/** The simulator's place, where a class keeps it: the `usePlaceOf` of every simulator in a class. */
export function useClassPlace(flow: Flow) {
  const held = use(HeldPlace)
  if (!held) throw new Error(`Nothing holds the place in ${flow.id}.`)
  const { mode, place, go: goInClass, onMode } = held
  const go = useCallback(
    (change: (place: Place) => Place) =>
      goInClass((place) => {
        const next = change(shownAt(place, mode))
        if (next.mode !== mode) onMode?.(next.mode)
        const { given, walk, at, seen, within } = next
        const isSame = walk === place.walk && at === place.at && given === place.given
        return isSame && within === place.within ? place : { flow: place.flow, given, walk, at, seen, within }
      }),
    [goInClass, mode, onMode],
  )
  const back = useCallback(
    () => go(({ within, ...place }) => ({ ...place, at: within ? place.at : Math.max(0, place.at - 1) })),
    [go],
  )
  return { place: shownAt(place, mode), go, back }
}

/** The same walk, and no copy: the simulator tells walks apart by their identity. */
const shownAt = ({ given, walk, at, seen, within }: ClassPlace, mode: Place['mode']): Place => ({
  ...{ mode, given, walk: walk as string[], at },
  ...(seen && { seen }),
  ...(within && { within }),
})
