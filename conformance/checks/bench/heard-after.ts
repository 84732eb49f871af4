import { beginListening, heardOn } from '../../page/listen.ts'
import { heardAlerts, listenToAlerts } from './alerts.ts'
import type { Person } from './person.ts'
import { heardRefusal, newRefusal, refusalByDisabling, refuses, refusesInWordsOf } from './refusing-words.ts'
import { seenByFunction } from './seen-by-function.ts'

const PAUSE = 50

/**
 * The error that a person is shown after an action, as {@link Person.errorAfter} describes it.
 * @param patience milliseconds
 */
export async function heardAfter(
  person: Person,
  action: () => Promise<void>,
  orElse: () => Promise<boolean>,
  patience: number,
): Promise<string | undefined> {
  const { page, session, bench } = person
  const now = await person.snapshot()
  const { alerts, statuses, texts, headings } = now
  let before = [...alerts, ...texts, ...headings]
  const refusesHere = refusesInWordsOf(bench.target)
  // A new page, or an alert that is filled again, says what it says once more, even in the same words. But a status that
  // refuses nothing may be on every page.
  const loud = alerts.filter((text) => !statuses.includes(text) || refuses(text, refusesHere))
  const forgetAlerts = () => {
    before = before.filter((text) => !loud.some((alert) => alert.includes(text)))
  }
  // A document that is drawn anew shows an error of the last attempt only if this one failed as well.
  const atFirst = session.firstLooks.of(now).texts
  page.once('domcontentloaded', () => {
    before = before.filter((text) => !texts.includes(text) || atFirst.includes(text))
  })
  const byFunction = await seenByFunction(page, bench.target)
  page.once('framenavigated', () => {
    forgetAlerts()
    byFunction.forget()
  })
  await listenToAlerts(page, before)
  await beginListening(page)
  session.foundDisabled = false
  await action()
  if (session.foundDisabled) {
    const why = refusalByDisabling(bench.target)
    if (why !== undefined) return why
  }
  const until = Date.now() + patience
  for (;;) {
    const { filled, gone } = await heardAlerts(page)
    if (filled) forgetAlerts()
    before = before.filter((text) => !gone.includes(text))
    const snapshot = await person.snapshot().catch(() => undefined)
    const said =
      heardRefusal(await heardOn(page), refusesHere) ??
      (snapshot && newRefusal(snapshot, before, refusesHere)) ??
      (await byFunction.newOne())
    if (said || Date.now() > until || (await orElse())) return said
    await page.waitForTimeout(PAUSE)
  }
}
