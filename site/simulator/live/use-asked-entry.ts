import { useCallback, useState } from 'react'
import type { Place } from '../walk/address.ts'
import { pageHere } from './frame-entry.ts'
import type { Live } from './open-live.ts'

interface Options {
  live: Live | undefined
  place: Place
  /** The events that lead to the entry whose page has come anew. */
  anew: readonly string[] | undefined
  /** The walks that come from the sandbox: a place at the end of one asks for nothing. */
  written: WeakSet<readonly string[]>
}

interface Asked {
  /** The events that lead to the entry, until what was typed there is typed again. */
  again?: readonly string[] | undefined
  /** What had been done when the person came to it. */
  doneBefore?: number | undefined
}

/** The person has just come to another place. */
interface Turn {
  /** The walk of a place that the sandbox is to be led to: an address that was opened, a step that was chosen. */
  wish?: readonly string[]
}

/**
 * What an entry of the browser's history asks for, once the person comes to it by Back or Forward.
 * @returns with `turn` in the one render in which the place is a new one, and `forget` for what has been done
 */
export function useAskedEntry({ live, place, anew, written }: Options) {
  const { walk, at } = place
  const done = live?.session.state.done ?? 0
  const [asked, setAsked] = useState<Asked>({})
  const [seen, setSeen] = useState({ walk, at, anew })
  const forget = useCallback(() => setAsked(({ doneBefore }) => ({ doneBefore })), [])
  const isAnew = anew !== seen.anew
  const isMoved = walk !== seen.walk || at !== seen.at
  let turn: Turn | undefined
  if (isAnew || isMoved) {
    setSeen({ walk, at, anew })
    const isOwn = written.has(walk) && at === walk.length
    const isEntry = live !== undefined && pageHere(live.sandbox.id) !== undefined
    if (isAnew) setAsked({ again: anew, doneBefore: done })
    else if (isEntry && !isOwn) setAsked({ again: walk.slice(0, at), doneBefore: done })
    else forget()
    turn = walk !== seen.walk && !isOwn && !isEntry ? { wish: walk } : {}
  }
  return { ...asked, turn, forget }
}
