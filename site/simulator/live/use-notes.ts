import { useEffect, useState } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { notesOf } from '../devices/notes-of.ts'
import type { Live } from './open-live.ts'

const none: Readonly<Record<string, string>> = {}

/**
 * What the reader has to know for a flow.
 * @param changes when one of these differs, the notes are read again
 */
export function useNotes(live: Live | undefined, flow: Flow, ...changes: unknown[]) {
  const [read, setRead] = useState({ after: '', notes: none })
  const after = JSON.stringify(changes)
  useEffect(() => {
    let isGone = false
    const readNotes = async () => {
      if (!live) return none
      const { pack, values, knowledge } = live
      return notesOf(pack, flow, values, knowledge.noted())
    }
    void readNotes().then((notes) => isGone || setRead({ after, notes }))
    return () => {
      isGone = true
    }
  }, [live, flow, after])
  return read.notes
}
