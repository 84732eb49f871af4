import { useEffect, useState } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { notesOf } from '../desk/notes-of.ts'
import type { Live } from './open-live.ts'

const none: Readonly<Record<string, string>> = {}

/** What the reader has to know for a flow: it changes when something happens. */
export function useNotes(live: Live | undefined, flow: Flow, ...changes: unknown[]) {
  const [notes, setNotes] = useState(none)
  const change = JSON.stringify(changes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known is read again after each change
  useEffect(() => {
    let isGone = false
    const read = async () => {
      if (!live) return none
      const { pack, values, knowledge } = live
      return notesOf(pack, flow, values, knowledge.noted())
    }
    void read().then((notes) => isGone || setNotes(notes))
    return () => {
      isGone = true
    }
  }, [live, flow, change])
  return notes
}
