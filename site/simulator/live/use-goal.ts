import { useEffect, useRef, useState } from 'react'
import type { BenchProps } from '../bench.ts'

/** How long an event may take to be told by the stream, in ms; a whole leg of the journey is one event. */
const PATIENCE = 60_000

interface Options {
  /** The walk in the address. */
  wanted: string[]
  /** The walk of the sandbox. */
  walk: string[]
  /** The sandbox is there, its stream has been read to its end, and nothing is being done. */
  ready: boolean
  perform: (event: string) => void
  startOver: () => void
  go: BenchProps['go']
}

const leadsTo = (walk: string[], goal: string[]) => walk.every((event, n) => event === goal[n])

/**
 * Where the reader is, in the address, and where they want to be: an address that was opened, a step that was chosen. What is left of the way there is done for
 * them, event by event; a sandbox that stands elsewhere is left, once, for a fresh one. Answers how far it still is.
 */
export function useGoal({ wanted, walk, ready, perform, startOver, go }: Options): number {
  const [goal, setGoal] = useState(wanted)
  const [seen, setSeen] = useState(wanted)
  /** Index of the last event that was done for this goal. */
  const done = useRef(-1)
  const leftOnce = useRef(false)
  /** What the sandbox itself writes into the address is no wish. */
  const [written] = useState(() => new WeakSet<string[]>())
  if (wanted !== seen) {
    setSeen(wanted)
    if (!written.has(wanted)) setGoal(wanted)
  }
  useEffect(() => {
    written.add(walk)
    // A wish that came in meanwhile has not been seen yet, and stays.
    go((place) => (place.walk === wanted ? { ...place, walk, at: walk.length } : place))
  }, [walk, wanted, go, written])
  useEffect(() => {
    done.current = -1
    leftOnce.current = goal.length === 0
  }, [goal])

  const arrived = goal.length <= walk.length && leadsTo(goal, walk)
  useEffect(() => {
    if (arrived || !ready) return
    const next = goal[walk.length]
    if (!leadsTo(walk, goal)) {
      if (leftOnce.current) return setGoal([])
      leftOnce.current = true
      done.current = -1
      startOver()
    } else if (next !== undefined && walk.length > done.current) {
      done.current = walk.length
      perform(next)
    }
  }, [arrived, goal, walk, ready, perform, startOver])

  const left = arrived ? 0 : goal.length - walk.length
  useEffect(() => {
    if (left === 0) return
    // Where the way does not go on, the reader is not held.
    const timer = setTimeout(() => setGoal([]), PATIENCE)
    return () => clearTimeout(timer)
  }, [left])
  return left
}
