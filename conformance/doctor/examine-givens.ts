import type { Browser } from '@playwright/test'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { begin } from '../../machines/model/walk.ts'
import { packOf } from '../packs/pack-of.ts'
import { overridesFor } from '../session/overrides.ts'
import { Session } from '../session/session.ts'
import type { Target } from '../targets/target.ts'
import { beginsWithMail } from './begins-with-mail.ts'
import { expectScreen } from './expect-screen.ts'
import { examine, type Finding } from './finding.ts'

/** Arranges every given of the flows, and looks at the first screen that a person has then. */
export async function* examineGivens(
  target: Target,
  flows: readonly Flow[],
  browser: Browser,
): AsyncGenerator<Finding> {
  for (const flow of flows)
    for (const given of Object.keys(flow.givens)) {
      if (target.cannotArrange?.(flow.id, given)) continue
      yield examine(`Given “${given}” of ${flow.id}`, () => tryGiven(target, flow, given, browser))
    }
}

async function tryGiven(target: Target, flow: Flow, given: string, browser: Browser): Promise<string> {
  const began = Date.now()
  const arranged = await target.arrange(flow.id, given, browser)
  const took = `arranged in ${((Date.now() - began) / 1000).toFixed(1)} s`
  const context = await browser.newContext()
  try {
    const pack = packOf(target.packs, flow.id)
    const session = await Session.open(context, target, pack, arranged)
    const screen = await toFirstScreen(session, pack, flow, given)
    await expectScreen(session, screen, begin(flow, given).signedIn)
    const { heading } = session.screen(screen)
    const why = overridesFor(session, screen).absent
    return `${took}; ${why === undefined ? `“${heading}” is there` : `there is no “${heading}”: ${why}`}`
  } finally {
    await context.close()
    await arranged.leave()
  }
}

/** Where a person begins: at the mail or the page of the flow’s first state, else at the entrance. */
async function toFirstScreen(session: Session, pack: Pack, flow: Flow, given: string): Promise<string> {
  const { screen, signedIn } = begin(flow, given)
  if (signedIn) await session.beginSignedIn()
  else if (flow.signedInAtProvider?.includes(given)) await session.signInAtProvider()
  const isMail = session.screen(screen).kind === 'mail' && beginsWithMail(flow, given)
  if (signedIn || isMail) return screen
  await session.page.goto(session.arranged.url)
  return pack.roles?.session?.entrance ?? screen
}
