import { useEffect, useState } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { begin } from '../../../machines/model/walk.ts'
import type { Live } from './open-live.ts'
import { resync } from './perform-event.ts'

/** The page that was left at a reload, or what has to be there before the flow begins: a session, the first mail. */
async function open({ pack, sandbox, frame, session, keeper, isResumed }: Live, flow: Flow, given: string) {
  const { entra, oidc, signInUrl: atProvider } = sandbox.provider
  for (const url of [entra.issuer, oidc.discoveryUrl]) frame.admit(new URL(url).origin)
  const first = begin(flow, given)
  if (isResumed) {
    if (keeper.kept?.address) await frame.visit(keeper.kept.address)
  } else {
    if (flow.signedInAtProvider?.includes(given) && atProvider) await frame.visit(atProvider)
    if (first.signedIn && sandbox.signInUrl) await frame.visit(sandbox.signInUrl)
    if (pack.screens[first.screen]?.kind === 'mail') await session.until(({ mails }) => mails.length > 0)
  }
  resync(frame, session)
}

/**
 * Opens a sandbox in the frame.
 * @returns whether it is open, so that events can be done
 */
export function useOpening(
  live: Live | undefined,
  flow: Flow,
  given: string,
  onProblem: (problem: string) => void,
): boolean {
  const [opened, setOpened] = useState<Live>()
  useEffect(() => {
    if (!live) return
    let isGone = false
    open(live, flow, given)
      .catch(({ message }: Error) => isGone || onProblem(message))
      .finally(() => isGone || setOpened(live))
    return () => {
      isGone = true
    }
  }, [live, flow, given, onProblem])
  return live !== undefined && opened === live
}
