import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { turnTo } from '../bench.ts'
import { beginning, hasPassed, type Place, readAddress, writeAddress } from './address.ts'

/** What an entry of the browser's history keeps: the place from which it was reached. */
interface Entry {
  before?: Place
}

const entry = (): Entry => (history.state as Entry | null) ?? {}

/** A page that a browser does not let change its address keeps its place in memory alone. */
function tryTo(change: () => void) {
  try {
    change()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

const write = (state: Entry, address: string) => tryTo(() => history.pushState(state, '', address))
const rewrite = (address: string) => tryTo(() => history.replaceState(history.state, '', address))

/**
 * Changes the place. By default the browser's Back returns to the place before; with `replace` it does not, because the
 * frame of a live tenant adds its own entries to the history.
 */
export type Go = (change: (place: Place) => Place, how?: 'push' | 'replace') => void

/**
 * The place in a flow, held in step with the address bar in both directions. The first render is the beginning, as it was on
 * the server; the address is read right after it, and shown before any press can reach what the first render would do.
 */
export function usePlace(flow: Flow, { pushes = true } = {}) {
  const [place, setPlace] = useState<Place>(() => beginning(flow))
  /** The same as `place`, for callers between two renderings. */
  const now = useRef(place)

  const show = useCallback((next: Place) => {
    now.current = next
    setPlace(next)
  }, [])

  useLayoutEffect(() => {
    const writePlace = (next: Place) =>
      rewrite(location.pathname + location.search + writeAddress(flow, next))
    const read = () => {
      const read = readAddress(flow, location.hash)
      const isBack = hasPassed(now.current, read)
      const next = isBack ? { ...read, walk: now.current.walk } : read
      if (isBack) writePlace(next)
      show(next)
    }
    show(readAddress(flow, location.hash))
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [flow, show])

  const go = useCallback<Go>(
    (change, how = 'push') => {
      const before = now.current
      const next = change(before)
      const address = location.pathname + location.search + writeAddress(flow, next)
      const isNew = writeAddress(flow, before) !== writeAddress(flow, next)
      if (pushes && how === 'push' && isNew) write({ before }, address)
      else rewrite(address)
      show(next)
    },
    [flow, pushes, show],
  )

  /** One moment back: by the browser's own history where its last entry is that moment. */
  const back = useCallback(() => {
    const { mode, at, within } = now.current
    const to = within ? at : Math.max(0, at - 1)
    const { before } = entry()
    const isLast = mode === 'model' && before?.at === to && hasPassed(now.current, before)
    if (isLast) history.back()
    else go(turnTo(to))
  }, [go])

  return { place, go, back }
}
