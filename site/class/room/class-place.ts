import { createContext, use, useCallback } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Place } from '../../simulator/walk/address.ts'
import type { ClassPlace } from '../model/place.ts'

/** Where a simulator in a class is, and how it moves. */
export interface Held {
  mode: Place['mode']
  place: ClassPlace
  go: (change: (place: ClassPlace) => ClassPlace) => void
}

export const HeldPlace = createContext<Held | undefined>(undefined)

/** The simulator's place, where a class keeps it: the `usePlaceOf` of every simulator in a class. */
export function useClassPlace(flow: Flow) {
  const held = use(HeldPlace)
  if (!held) throw new Error(`Nothing holds the place in ${flow.id}.`)
  const { mode, place, go: goInClass } = held
  const go = useCallback(
    (change: (place: Place) => Place) =>
      goInClass((place) => {
        const next = change({ mode, given: place.given, walk: [...place.walk], at: place.at })
        return { flow: place.flow, given: next.given, walk: next.walk, at: next.at }
      }),
    [goInClass, mode],
  )
  const shown: Place = { mode, given: place.given, walk: place.walk as string[], at: place.at }
  return [shown, go] as const
}
