import { useEffect, useRef } from 'react'
import { type Happened, type Happening, happeningWords } from '../happening.ts'
import type { Live } from './open-live.ts'

interface Options {
  live: Live | undefined
  happened: readonly Happened[]
  /** The sandbox is where the reader wants to be, and nothing is being done in it. */
  isReady: boolean
  /** Answers whether it could be done. */
  during: (action: () => Promise<void>) => Promise<boolean>
  onFault: (fault: string) => void
  say: (text: string) => void
}

/** Ends the session at the provider as though in another tab: the page that was shown comes back. */
async function signOut({ frame, session, sandbox, knowledge }: Live): Promise<void> {
  const address = frame.page?.url
  const events = await session.elsewhere(async () => {
    await frame.visit(sandbox.provider.entra.signOut)
    if (address) await frame.visit(address)
  })
  knowledge.keepElsewhere(events)
}

/** Does to a sandbox what was let happen from outside, each once and one after the other. */
export function useHappenings({ live, happened, isReady, during, onFault, say }: Options): void {
  const doing = useRef<Live>(undefined)
  const resumed = useRef<Live>(undefined)
  useEffect(() => {
    if (!live || !isReady || resumed.current === live) return
    resumed.current = live
    // A sandbox that is opened again begins without a fault.
    const done = live.keeper.kept?.happened ?? 0
    const last = happened.findLast(({ n, is }) => is.what === 'fault' && n <= done)
    if (last?.is.what === 'fault' && last.is.fault) onFault(last.is.fault)
  }, [live, happened, isReady, onFault])
  useEffect(() => {
    const next = live && happened.find(({ n }) => n > (live.keeper.kept?.happened ?? 0))
    if (!live || !next || !isReady || doing.current === live) return
    doing.current = live
    live.keeper.update({ happened: next.n })
    const apply = async (is: Happening) => {
      if (is.what === 'clock') {
        await live.control.advance(is.seconds * 1000)
        await live.session.caughtUp()
      } else if (is.what === 'sign-out') await signOut(live)
      else onFault(is.fault ?? '')
    }
    const once = () =>
      apply(next.is).finally(() => {
        doing.current = undefined
      })
    void during(once).then((isDone) => isDone && say(happeningWords(next.is)))
  }, [live, happened, isReady, during, onFault, say])
}
