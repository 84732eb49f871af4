import { useCallback, useEffect, useState } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { beginning, type Place, readAddress, writeAddress } from './address.ts'

/**
 * The place in a flow, held in step with the address bar in both directions. The first render is the beginning, as it was on
 * the server; the address is read right after it.
 */
export function usePlace(flow: Flow) {
  const [place, setPlace] = useState<Place>(() => beginning(flow))

  useEffect(() => {
    const read = () => setPlace(readAddress(flow, location.hash))
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [flow])

  const go = useCallback(
    (change: (place: Place) => Place) =>
      setPlace((place) => {
        const next = change(place)
        history.replaceState(history.state, '', location.pathname + writeAddress(flow, next))
        return next
      }),
    [flow],
  )

  return [place, go] as const
}
