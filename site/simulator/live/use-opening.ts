import { useEffect, useState } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { begin } from '../../../machines/model/walk.ts'
import { fillAgain } from './fill-again.ts'
import { stayBack } from './go-back-to.ts'
import type { Live } from './open-live.ts'
import { resync } from './perform-event.ts'
import { restorePage } from './restore-page.ts'

/** What must be there before the flow begins: a session, the first mail. */
async function open({ pack, sandbox, frame, session }: Live, flow: Flow, given: string) {
  const { signInUrl: atProvider } = sandbox.provider
  const first = begin(flow, given)
  if (flow.signedInAtProvider?.includes(given) && atProvider) await frame.visit(atProvider)
  if (first.signedIn && sandbox.signInUrl) await frame.visit(sandbox.signInUrl)
  if (pack.screens[first.screen]?.kind === 'mail') await session.until(({ mails }) => mails.length > 0)
}

async function openOrRestore(live: Live, flow: Flow, given: string) {
  const { entra, oidc } = live.sandbox.provider
  for (const url of [entra.issuer, oidc.discoveryUrl]) live.frame.admit(new URL(url).origin)
  const { address, form = {} } = (live.isResumed && live.keeper.kept) || {}
  if (address) await restorePage(live)
  else await open(live, flow, given)
  live.frame.pages.takeEntries()
  resync(live.frame, live.session)
  if (live.isResumed) await stayBack(live, flow).catch(() => undefined)
  if (address === live.frame.page?.url) await fillAgain(live, form).catch(() => undefined)
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
    openOrRestore(live, flow, given)
      .catch(({ message }: Error) => isGone || onProblem(message))
      .finally(() => isGone || setOpened(live))
    return () => {
      isGone = true
    }
  }, [live, flow, given, onProblem])
  return live !== undefined && opened === live
}
