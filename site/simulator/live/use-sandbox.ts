import { useCallback, useEffect, useState } from 'react'
import { type Live, openLive, type Wanted } from './open-live.ts'
import { isGone } from './sandbox.ts'

/** A sandbox of the live tenant. */
export interface SandboxState {
  live?: Live
  /** All that happened in it before has been read. */
  isRead?: true
  /** Why there is no sandbox, for the reader. */
  error?: string
  /** It is not there any more: only a fresh one helps. */
  isGone?: boolean
}

/** Each attempt to have a sandbox: the one of this tab, or a fresh one. */
interface Attempt {
  isFresh: boolean
}

/**
 * The sandbox of this tab for a flow and a given; another one after `startOver`, which ends all that is being done in the one
 * before. `retry` asks for the same again.
 */
export function useSandbox({ pack, flow, given, tenant, paths, makeSandbox }: Wanted) {
  const [attempt, setAttempt] = useState<Attempt>({ isFresh: false })
  const [state, setState] = useState<SandboxState & { of?: Attempt }>({})

  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    const tell = (state: SandboxState) => signal.aborted || setState({ ...state, of: attempt })
    const run = async () => {
      const live = await openLive({ pack, flow, given, tenant, paths, makeSandbox }, attempt.isFresh, signal)
      tell({ live })
      const following = live.session.follow(signal)
      await Promise.race([live.session.caughtUp(), following])
      tell({ live, isRead: true })
      await following
    }
    run().catch((error: Error) => tell({ error: error.message, isGone: isGone(error) }))
    return () => ending.abort()
  }, [pack, flow, given, tenant, paths, makeSandbox, attempt])

  const startOver = useCallback(() => setAttempt({ isFresh: true }), [])
  const retry = useCallback(() => setAttempt({ isFresh: false }), [])
  // What is known of the attempt before is over as soon as there is another.
  const now: SandboxState = state.of === attempt ? state : {}
  return { ...now, startOver, retry }
}
