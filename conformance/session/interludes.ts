import type { Page } from '@playwright/test'
import type { Snapshot } from '../page/snapshot.ts'
import { describe, type InsteadContext } from '../targets/overrides.ts'
import { hasHeading } from './element.ts'
import { press } from './find.ts'
import { callOwn } from './own-function.ts'
import type { Session } from './session.ts'
import { textInMail } from './text-in-mail.ts'

/** More screens in between than any product has: with that many, one goes in circles. */
export const MOST_INTERLUDES = 5

/** What a profile's function is given that does something in place of what is documented. */
export function insteadContext(session: Session): InsteadContext {
  const { arranged, account, chosenPassword, event, codes } = session
  const { url, dashboard, flow = '', given = '' } = arranged
  const password = chosenPassword || account.password
  return {
    ...{ url, dashboard, flow, given, event, email: account.email, password },
    oneTimeCode: () => codes.right(),
    inMail: (pattern) => textInMail(session, pattern),
  }
}

/**
 * Gets past a screen that the profile says may come in between, if it is that one, and notes it.
 * @returns whether it was one
 */
export async function passInterlude(
  session: Session,
  snapshot: Snapshot,
  page: Page = session.page,
): Promise<boolean> {
  const { target, patience, settling, notes } = session
  for (const { when, press: pressed, pass } of target.between ?? []) {
    if (!(await hasHeading(page, when, snapshot))) continue
    if (typeof pressed === 'string') await press(page, pressed, patience)
    else if (pressed) await press(page, describe(when), patience, { here: pressed })
    await callOwn(`pass of the screen ${describe(when)}`, page, () => pass?.(page, insteadContext(session)))
    await settling.settled(patience)
    notes.add(`the screen ${describe(when)} came in between`)
    return true
  }
  return false
}
