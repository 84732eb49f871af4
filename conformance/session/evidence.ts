import type { Flow } from '../../machines/model/flow.ts'
import { Settling } from '../page/settle.ts'
import { openTab } from './open-tab.ts'
import { pressAtTarget } from './overrides.ts'
import type { Session } from './session.ts'

/**
 * What the target says where the flow's changes can be seen. It is opened in a separate tab, because the person's page
 * must stay as it is. Someone who is refused while signed in has gained nothing if it reads the same before and after.
 * @returns `undefined` if the flow changes nothing that can be seen
 */
export async function evidenceOf(session: Session, { evidence }: Flow): Promise<string | undefined> {
  if (!evidence) return undefined
  const tab = await openTab(session, session.page)
  const settling = new Settling(tab)
  try {
    await tab.goto(session.arranged.dashboard)
    await settling.settled(session.patience)
    for (const { on, press } of evidence) {
      await pressAtTarget(session, on, press, tab)
      await settling.settled(session.patience)
    }
    return await tab.locator('body').innerText()
  } finally {
    await tab.close()
  }
}
