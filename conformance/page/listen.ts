import type { EventEmitter } from 'node:events'
import type { BrowserContext, Page } from '@playwright/test'
import { framesOf } from './frames.ts'
import { inPage } from './in-page.ts'
import { type Message, type PageReading, readPage } from './read-page.ts'

/** What there was when one began to listen to a page and its frames. */
interface Since {
  now: Message[]
  /** Document → how much had been said in it. */
  heard: Map<string, number>
  asked: number
}

/** What the windows of the browser itself said: `alert`, `confirm`, `prompt`. */
const asked = new WeakMap<Page, string[]>()
const marks = new WeakMap<Page, Since>()

/**
 * From the first page of a browser on, hears all that its pages say. What a page asks in a window of the browser is confirmed, as by
 * somebody who meant what they pressed; where a profile listens to those windows, it answers them.
 */
export async function listenTo(context: BrowserContext): Promise<void> {
  await context.addInitScript(inPage(readPage))
  context.on('dialog', (dialog) => {
    const page = dialog.page()
    if (page && dialog.type() !== 'beforeunload') {
      const questions = askedOn(page)
      questions.push(dialog.message())
      asked.set(page, questions)
    }
    const { listenerCount = () => 0 } = (page ?? {}) as Partial<EventEmitter>
    if (listenerCount.call(page as never, 'dialog') === 0) void dialog.accept().catch(() => undefined)
  })
}

const askedOn = (page: Page) => asked.get(page) ?? []

/** From now on what the page says is new. */
export async function beginListening(page: Page): Promise<void> {
  const read = await readingsOf(page)
  marks.set(page, {
    now: read.flatMap(({ now }) => now),
    heard: new Map(read.map(({ document, heard }) => [document, heard.length])),
    asked: askedOn(page).length,
  })
}

/** Of the page and its frames; a document that is just being left says nothing. */
async function readingsOf(page: Page): Promise<PageReading[]> {
  const frames = await framesOf(page)
  const read = frames.map((frame) => frame.evaluate<PageReading>(inPage(readPage)).catch(() => undefined))
  return (await Promise.all(read)).filter((one) => one !== undefined)
}

/**
 * What the page has said since one began to listen, also what has gone meanwhile. What was there before is no answer, unless it was
 * said again: in the same page it was filled in again; in a new page it is an alert, while a status may be on every page.
 */
export async function heardOn(page: Page): Promise<Message[]> {
  const since = marks.get(page)
  if (!since) return []
  const windows = askedOn(page)
    .slice(since.asked)
    .map((text): Message => ({ manner: 'browser', text }))
  const newIn = (message: Message): Message[] => {
    if (message.isList) return addedTo(since.now, message)
    return since.now.some((one) => one.text === message.text) ? [] : [message]
  }
  const said = (await readingsOf(page)).flatMap(({ document, heard, now }) => {
    const before = since.heard.get(document)
    return before === undefined
      ? [...heard, ...now].flatMap((message) =>
          ['status', 'dialog'].includes(message.manner) ? newIn(message) : [message],
        )
      : [...heard.slice(before), ...now.flatMap(newIn)]
  })
  return [...windows, ...said]
}

/** What a list of messages shows beside those that it showed before. */
function addedTo(before: readonly Message[], { manner, text }: Message): Message[] {
  const lists = before.filter(({ isList }) => isList)
  if (lists.some((one) => one.text.includes(text))) return []
  const added = lists.reduce((rest, one) => rest.replace(one.text, ' '), text)
  return [{ manner, text: added.replace(/\s+/g, ' ').trim() }].filter((one) => one.text !== '')
}

/** Whether the page or one of its frames shows another document than when one began to listen. */
export async function hasNewDocument(page: Page): Promise<boolean> {
  const since = marks.get(page)
  return since !== undefined && (await readingsOf(page)).some(({ document }) => !since.heard.has(document))
}
