import type { Page } from '@playwright/test'
import { pressable } from '../../machines/model/screen.ts'
import { nearest, wordsOf } from '../page/label.ts'
import { hasNewDocument, heardOn } from '../page/listen.ts'
import { mentions } from '../page/mentions.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { messagesAtTarget, namesAtTarget } from '../session/overrides.ts'
import type { Session } from '../session/session.ts'
import { isDisabling, isSilent, type Message } from '../targets/overrides.ts'

/** A look at the page of a state, `screen`, and at that of who performed the event. */
export interface Looked {
  session: Session
  doer: Session
  snapshot: Snapshot
  screen: string
  baseline: Snapshot | undefined
}

/** The first of the messages that is said. */
export async function firstSaid(shows: readonly Message[], looked: Looked): Promise<Message | undefined> {
  for (const message of shows) if (await isSaid(message, looked)) return message
  return undefined
}

/** The first of these documented messages that is said. One that an earlier refusal has left where it was is no answer to this one. */
export async function firstOther(others: readonly string[], looked: Looked): Promise<string | undefined> {
  const { session, snapshot, screen } = looked
  const isSame = !(await hasNewDocument(session.page))
  const heard = isSame ? await heardOn(session.page) : []
  const isLeft = (said: Message) =>
    isSame &&
    isInWords(said) &&
    session.lingering.has(snapshot, said) &&
    !heard.some(({ text }) => mentions(text, said))
  for (const other of others) {
    const said = await firstSaid(messagesAtTarget(session, screen, other), looked)
    if (said && !isLeft(said)) return other
  }
  return undefined
}

/** Whether a message is known by its words. */
export const isInWords = (message: Message | undefined): message is string | RegExp =>
  typeof message === 'string' || message instanceof RegExp

/**
 * Whether the browser itself asks for a field that was left empty, in its own words and language.
 * @param typed labels of fields that were not: one that has lost its value says nothing of what was tried
 */
export async function isAskedFor(page: Page, typed: readonly string[]): Promise<boolean> {
  const isTyped = (label: string) => label !== '' && nearest(label, [...typed]) !== undefined
  return (await heardOn(page)).some(({ lacks }) => lacks !== undefined && !isTyped(lacks))
}

/** Whether a message is there, or was there since the event: on the page of the state, or of who performed the event. */
async function isSaid(
  shows: Message,
  { session, doer, snapshot, screen, baseline }: Looked,
): Promise<boolean> {
  const pages = [...new Set([session.page, doer.page])]
  if (isDisabling(shows)) return doer.foundDisabled
  // Known at the end only, when nothing else was said.
  if (isSilent(shows)) return false
  if (typeof shows === 'function') return (await Promise.all(pages.map((page) => shows(page)))).some(Boolean)
  const heard = (await Promise.all(pages.map((page) => heardOn(page)))).flat().map(({ text }) => text)
  const isNew = baseline && (await hasNewDocument(session.page))
  const known = doer.foundDisabled
    ? doer.arrival?.snapshot
    : isNew
      ? session.firstLooks.of(baseline)
      : baseline
  return says(snapshot, shows, labelsOf(session, screen), known, heard)
}

/**
 * An announcement with these words, or a text with them that is no label: one that was not there before any message was expected.
 * @param heard what was announced since the event, although it may have been there before
 */
export function says(
  snapshot: Snapshot,
  shows: string | RegExp,
  labels: string[],
  baseline?: Snapshot,
  heard: string[] = [],
): boolean {
  const contains = (text: string) => mentions(text, shows)
  const before = baseline?.alerts ?? []
  if ([...heard, ...snapshot.alerts.filter((text) => !before.includes(text))].some(contains)) return true
  const known = baseline?.texts ?? []
  const isLabel = (text: string) => labels.some((label) => wordsOf(label).join() === wordsOf(text).join())
  return snapshot.texts.some((text) => contains(text) && !known.includes(text) && !isLabel(text))
}

function labelsOf(session: Session, id: string) {
  const screen = session.screen(id)
  const labels = [...(screen.fields ?? []).map(({ label }) => label), ...pressable(screen)]
  return [screen.heading, ...namesAtTarget(session, id, labels)]
}
