import type { Response } from '@playwright/test'
import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'
import type { Session } from '../session/session.ts'

/** Watches what becomes of a page that was open while time passed. */
interface StalePage {
  /** Opens the page again if the target refused it for its age. Answers whether it did. */
  opensAgain(): Promise<boolean>
}

/**
 * A form is often bound to a session that is over sooner than the link which led to it. The target then refuses the form, and asks
 * people to open the page again; only there it says what it documents. A form that is accepted is not opened again.
 * @param before the moment at which the event is performed: only right after time has passed is a page stale
 */
export function watchStalePage(
  { page, settling, patience, notes }: Session,
  flow: Flow,
  before: Moment,
): StalePage {
  const waited = before.edge && flow.events[before.edge.event]?.at === 'clock'
  if (!waited) return { opensAgain: async () => false }
  const url = page.url()
  let refused = false
  const see = (response: Response) => {
    const request = response.request()
    if (request.method() !== 'GET' && request.isNavigationRequest()) refused = response.status() >= 400
  }
  page.on('response', see)
  return {
    async opensAgain() {
      page.off('response', see)
      if (!refused) return false
      notes.add('the form was refused for its age, with a status of an error: the page was opened again')
      await page.goto(url)
      await settling.settled(patience)
      return true
    },
  }
}
