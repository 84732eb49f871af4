import { useCallback, useEffect, useState } from 'react'
import { type Live, openLive, type Wanted } from './open-live.ts'

/** A sandbox of the live tenant. */
export interface SandboxState {
  live?: Live
  /** All that happened in it before has been read. */
  isRead?: true
  /** Why there is none, for the reader. */
  error?: string
}

/** The sandbox of this tab for a flow and a given; another one after `startOver`. */
export function useSandbox({ pack, flow, given, tenant, paths, frame }: Wanted) {
  const [state, setState] = useState<SandboxState>({})
  const [round, setRound] = useState(0)

  useEffect(() => {
    const ending = new AbortController()
    const tell = (state: SandboxState) => ending.signal.aborted || setState(state)
    const run = async () => {
      const live = await openLive({ pack, flow, given, tenant, paths, frame }, round > 0)
      tell({ live })
      const following = live.session.follow(ending.signal)
      await Promise.race([live.session.caughtUp(), following])
      tell({ live, isRead: true })
      await following
    }
    run().catch((error: Error) => tell({ error: error.message }))
    return () => ending.abort()
  }, [pack, flow, given, tenant, paths, frame, round])

  const startOver = useCallback(() => {
    setState({})
    frame.clear()
    setRound((round) => round + 1)
  }, [frame])
  return { ...state, startOver }
}
