import type { EventEmitter } from 'node:events'
import type { BrowserContext, Page } from '@playwright/test'
import { inPage } from './in-page.ts'
import { type Message, type PageReading, readPage } from './read-page.ts'

/** What there was when one began to listen to a page. */
interface Since {
  document: string
  now: Message[]
  heard: number
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
  const { document, now, heard } = await page.evaluate<PageReading>(inPage(readPage))
  marks.set(page, { document, now, heard: heard.length, asked: askedOn(page).length })
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
  const read = await page.evaluate<PageReading>(inPage(readPage)).catch(() => undefined)
  if (!read) return windows
  const isNew = ({ text }: Message) => !since.now.some((one) => one.text === text)
  const said =
    read.document === since.document
      ? [...read.heard.slice(since.heard), ...read.now.filter(isNew)]
      : [...read.heard, ...read.now].filter(
          (message) => isNew(message) || !['status', 'dialog'].includes(message.manner),
        )
  return [...windows, ...said]
}

/** Whether the page shows another document than when one began to listen. */
export async function hasNewDocument(page: Page): Promise<boolean> {
  const since = marks.get(page)
  const read = await page.evaluate<PageReading>(inPage(readPage)).catch(() => undefined)
  return since !== undefined && read !== undefined && read.document !== since.document
}
