import type { Browser } from '@playwright/test'
import type { Flow } from '../../machines/model/flow.ts'
import { begin, walk } from '../../machines/model/walk.ts'
import { packOf } from '../packs/pack-of.ts'
import { waitForMails } from '../session/mail.ts'
import { performStep } from '../session/perform-step.ts'
import { Session } from '../session/session.ts'
import type { Target } from '../targets/target.ts'
import { expectScreen } from './expect-screen.ts'
import { examine, type Finding, Noted } from './finding.ts'
import { shortestWay, type WayToMail } from './way-to-mail.ts'

/** Has the deployment send a mail, in the shortest way that the flows know, and reads it. */
export async function* examineMail(
  target: Target,
  flows: readonly Flow[],
  browser: Browser,
): AsyncGenerator<Finding> {
  const way = shortestWay(target, flows)
  yield examine('Mail round trip', async () => {
    if (!way)
      throw new Noted('No flow that can be walked here sends a mail: whether one arrives is not known.')
    return makeTrip(target, way, browser)
  })
}

async function makeTrip(target: Target, { flow, given, events, mail }: WayToMail, browser: Browser) {
  let began = Date.now()
  const arranged = await target.arrange(flow.id, given, browser)
  const context = await browser.newContext()
  try {
    const session = await Session.open(context, target, packOf(target.packs, flow.id), arranged)
    if (!arranged.mailbox) throw new Noted('The profile has no `mailbox`: what needs a mail is not-testable.')
    const moments = walk(flow, given, events)
    if (moments[0]?.signedIn) await session.beginSignedIn()
    else if (events.length > 0) await session.page.goto(session.arranged.url)
    for (const [n, event] of events.entries()) {
      const { screen, signedIn } = moments[n] ?? begin(flow, given)
      await expectScreen(session, screen, signedIn)
      began = Date.now()
      await performStep(session, flow, event, { screen })
    }
    const came = (await waitForMails(session, mail, 1, began)).at(-1)
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    const sender = came?.from ? ` from ${came.from}` : ''
    return `“${came?.subject}”${sender} came ${seconds} s after ${causeOf(flow, given, events)}`
  } finally {
    await context.close()
    await arranged.leave()
  }
}

const causeOf = (flow: Flow, given: string, events: string[]) =>
  events.length === 0
    ? `the account of “${given}” was made`
    : `“${flow.events[events.at(-1) ?? '']?.label ?? events.at(-1)}” of ${flow.id}`
