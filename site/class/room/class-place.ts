import { createContext, use, useCallback } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Place } from '../../simulator/walk/address.ts'
import type { ClassPlace } from '../model/place.ts'

/** Where a simulator in a class is, and how it moves. */
export interface Held {
  mode: Place['mode']
  place: ClassPlace
  go: (change: (place: ClassPlace) => ClassPlace) => void
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
        const next = change({ mode, given: place.given, walk: place.walk as string[], at: place.at })
        if (next.mode !== mode) onMode?.(next.mode)
        if (next.walk === place.walk && next.at === place.at && next.given === place.given) return place
        return { flow: place.flow, given: next.given, walk: next.walk, at: next.at }
      }),
    [goInClass, mode, onMode],
  )
  const shown: Place = { mode, given: place.given, walk: place.walk as string[], at: place.at }
  return [shown, go] as const
}
