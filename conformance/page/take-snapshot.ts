import type { Frame, Page } from '@playwright/test'
import { boxesIn } from './boxes.ts'
import { framesOf } from './frames.ts'
import { inPage, onElements } from './in-page.ts'
import { plain } from './label.ts'
import { readOpeners } from './openers.ts'
import { type PageReading, readPage } from './read-page.ts'
import { readTree } from './read-tree.ts'
import type { Look, Snapshot } from './snapshot.ts'

const LEAST_BOXES = 4
const NOTHING: PageReading = {
  document: '',
  now: [],
  heard: [],
  labels: [],
  unnamedCode: false,
}

/**
 * Takes in the page as people do, with assistive technology or without: what is in its frames is a part of it. One look, no waiting.
 */
export async function takeSnapshot(page: Page): Promise<Snapshot> {
  const [, ...inner] = await framesOf(page)
  const own = await lookAt(page.mainFrame())
  // A frame may be gone meanwhile.
  const looks = await Promise.all(inner.map((frame) => lookAt(frame).catch(() => undefined)))
  return { url: page.url(), ...looks.reduce<Look>(together, own) }
}

const LISTS = [
  'headings',
  'fields',
  'disabled',
  'buttons',
  'links',
  'folded',
  'alerts',
  'statuses',
  'texts',
] as const

/** What is in a frame comes after what is around it. Only what is in the page itself is found again by its role and name. */
function together({ frames = 1, ...page }: Look, frame: Look | undefined): Look {
  if (!frame) return { ...page, frames }
  const others = frames - 1 + (frame.frames ?? 0)
  return {
    ...page,
    ...Object.fromEntries(LISTS.map((list) => [list, [...(page[list] ?? []), ...(frame[list] ?? [])]])),
    boxes: page.boxes === true || frame.boxes === true,
    unnamedCode: page.unnamedCode === true || frame.unnamedCode === true,
    ...(others > 0 && { frames: others }),
  }
}

async function lookAt(frame: Frame): Promise<Look> {
  const [tree, { now, labels, unnamedCode }, openers] = await Promise.all([
    frame.locator('body').ariaSnapshot(),
    // A page that is just being left says nothing.
    frame.evaluate<PageReading>(inPage(readPage)).catch(() => NOTHING),
    readOpeners(frame),
  ])
  const boxes = await hasBoxes(frame, tree)
  const folded = [...new Set(openers.flatMap(({ holds }) => holds))]
  const seen = readTree(tree)
  const said = now.filter(({ manner, text }) => manner !== 'dialog' && !seen.alerts.includes(text))
  return {
    ...seen,
    fields: [...seen.fields, ...labels.filter((label) => label && !isAmong(seen.fields, label))],
    buttons: [...seen.buttons, ...openers.flatMap(({ summary }) => summary), ...folded],
    folded,
    alerts: [...seen.alerts, ...said.map(({ text }) => text)],
    statuses: [...seen.statuses, ...said.flatMap(({ manner, text }) => (manner === 'status' ? [text] : []))],
    boxes,
    unnamedCode: boxes || unnamedCode,
  }
}

/** Whether a label is one of the names, but for the mark of a required field. */
const isAmong = (names: readonly string[], label: string) =>
  names.some((name) => name === label || (plain(label) !== '' && plain(name) === plain(label)))

const TYPED = /- (?:textbox|spinbutton)\b/g

/** Whether a one-time code has a box for each digit. Whatever has fewer fields is not looked at. */
async function hasBoxes(frame: Frame, tree: string): Promise<boolean> {
  if ((tree.match(TYPED)?.length ?? 0) < LEAST_BOXES) return false
  const boxes = await frame
    .locator('input:visible')
    .evaluateAll(onElements(boxesIn))
    .catch(() => [])
  return boxes.length > 0
}
