import type { StateMeta } from '../../machines/model/flow.ts'
import { rowsOfAddress } from '../page/row.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { isDisabling, isSilent } from '../targets/overrides.ts'
import { openMail } from './mail.ts'
import { absentOf, type Look, observeScreen, type Seen, snapshotOf } from './observe-screen.ts'
import { isNoMail, messagesAtTarget, overridesFor } from './overrides.ts'
import { callOwn } from './own-function.ts'
import { asksForAccount } from './provider-pages.ts'
import type { Session } from './session.ts'

/**
 * Takes one look at what a state shows, without waiting.
 * @throws NothingBeyond
 */
export async function observe(
  session: Session,
  { screen, lists, hides }: StateMeta,
  look: Look = {},
): Promise<Seen> {
  const { kind, words } = session.screen(screen)
  if (kind === 'mail') return observeMail(session, screen)
  if (kind === 'nothing') return { snapshot: await snapshotOf(session, look), missing: [], lacking: [] }
  if (words === 'any') return observeAnyWords(session, screen, look)
  const seen = await observeScreen(session, screen, look)
  const missing = [
    ...seen.missing,
    ...(lists && !(await isListed(session, screen, lists))
      ? [`“${session.cast.note(lists.note)}” as “${lists.with}”`]
      : []),
    ...(hides && (await isStillShown(session, hides))
      ? [`a page without the value that was shown once`]
      : []),
  ]
  return { ...seen, missing }
}

/** Whether the row of somebody says so, in the product's words. */
async function isListed(
  session: Session,
  screen: string,
  { note, with: said }: NonNullable<StateMeta['lists']>,
): Promise<boolean> {
  const rows = rowsOfAddress(session.page, session.cast.note(note))
  for (const message of messagesAtTarget(session, screen, said)) {
    const isIt =
      typeof message === 'function'
        ? await callOwn(`messages of ${screen}`, session.page, () => message(session.page))
        : !isDisabling(message) &&
          !isSilent(message) &&
          (await rows.filter({ hasText: message }).first().isVisible())
    if (isIt) return true
  }
  return false
}

async function isStillShown({ page, cast }: Session, name: string): Promise<boolean> {
  const kept = cast.kept(name)
  return kept !== undefined && (await page.content()).includes(kept)
}

/**
 * The newest mail of a screen has its buttons and links; it stays open in the tab. A mail that the target does not send is not
 * looked for.
 */
async function observeMail(session: Session, mail: string): Promise<Seen> {
  if (isNoMail(session, mail)) return { snapshot: await takeSnapshot(session.page), missing: [], lacking: [] }
  const { buttons = [], links = [] } = session.screen(mail)
  const { subject } = await openMail(session, mail)
  const snapshot = { ...(await takeSnapshot(session.page)), headings: [subject] }
  const { labels: here = {} } = overridesFor(session, mail)
  const clickable = [...snapshot.buttons, ...snapshot.links]
  return {
    snapshot,
    missing: await absentOf(session, [...buttons, ...links], here, clickable, 'in the mail the link'),
    lacking: [],
  }
}

/** A page whose words are its own is recognised by what it asks for; one that asks for nothing, by its message. */
async function observeAnyWords(session: Session, screen: string, look: Look): Promise<Seen> {
  const snapshot = await snapshotOf(session, look)
  const asks = (session.screen(screen).fields ?? []).length > 0
  if (!asks) return { snapshot, missing: snapshot.alerts.length > 0 ? [] : ['an error'], lacking: [] }
  const isAsked = await asksForAccount(session.page)
  return { snapshot, missing: isAsked ? [] : ['a field for the account or the password'], lacking: [] }
}
