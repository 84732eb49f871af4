import { useCallback, useEffect, useReducer, useState } from 'react'
import type { SecurityKey } from '../../../machines/devices/security-key.ts'
import type { NumberedEvent } from '../../tenant/events.ts'
import type { Mail } from '../desk/mail.ts'
import { type Control, controlOf, makeSandbox, type Sandbox } from './sandbox.ts'

export interface LiveState {
  sandbox?: Sandbox
  control?: Control
  /** Everything that happened, in order. */
  events: NumberedEvent[]
  /** The newest first. */
  mails: Mail[]
  /** How far the sandbox's clock is ahead of this one, in ms. */
  ahead: number
  /** Why there is no sandbox, for the reader. */
  error?: string
}

type Change = Partial<LiveState> | { event: NumberedEvent } | { mail: Mail }

const empty: LiveState = { events: [], mails: [], ahead: 0 }

function reduce(state: LiveState, change: Change): LiveState {
  if ('event' in change) return { ...state, events: [...state.events, change.event] }
  if ('mail' in change) return { ...state, mails: [change.mail, ...state.mails] }
  return { ...state, ...change }
}

interface Wanted {
  tenant: string
  flow: string
  given: string
  securityKey: SecurityKey
}

/** The sandbox of this tab for a flow and a given; one that is still there is gone on with, so that a reload loses nothing. */
async function takeSandbox({ tenant, flow, given, securityKey }: Wanted, fresh: boolean): Promise<Sandbox> {
  const place = `sandbox:${flow}:${given}`
  const kept = sessionStorage.getItem(place)
  if (kept && !fresh) {
    const sandbox = JSON.parse(kept) as Sandbox
    const lastEvent = await controlOf(tenant, sandbox).lastEvent()
    if (lastEvent !== undefined)
      return {
        ...sandbox,
        lastEvent,
        signInUrl: undefined,
        provider: { ...sandbox.provider, signInUrl: undefined },
      }
  }
  const credential =
    given === 'security-key' ? await securityKey.enrolled(new URL(tenant).hostname) : undefined
  const sandbox = await makeSandbox(tenant, given, credential)
  // A software key lives as long as the page: a sandbox that needs it can't be gone on with.
  if (!credential) sessionStorage.setItem(place, JSON.stringify(sandbox))
  return sandbox
}

/** A sandbox of the live tenant, and everything that happens in it. */
export function useSandbox({ tenant, flow, given, securityKey }: Wanted) {
  const [state, change] = useReducer(reduce, empty)
  const [round, setRound] = useState(0)

  useEffect(() => {
    const ending = new AbortController()
    const tell = (what: Change) => ending.signal.aborted || change(what)
    const run = async () => {
      tell({ ...empty, sandbox: undefined, control: undefined, error: undefined })
      const sandbox = await takeSandbox({ tenant, flow, given, securityKey }, round > 0)
      const control = controlOf(tenant, sandbox)
      tell({ sandbox, control, ahead: sandbox.now - Date.now() })
      for await (const event of control.events(ending.signal)) {
        tell({ event })
        if (event.kind === 'clock') tell({ ahead: event.now - Date.now() })
        if (event.kind === 'mail') tell({ mail: await control.mail(event.id) })
      }
    }
    run().catch((error: Error) => tell({ error: error.message }))
    return () => ending.abort()
  }, [tenant, flow, given, securityKey, round])

  const startOver = useCallback(() => setRound((round) => round + 1), [])
  const isCaughtUp = (state.events.at(-1)?.n ?? 0) >= (state.sandbox?.lastEvent ?? 0)
  return { ...state, isCaughtUp, startOver }
}
