import type { Page } from '@playwright/test'
import { parse } from 'node-html-parser'
import type { Bench } from '../bench/bench.ts'
import type { Answer, Jar } from '../bench/jar.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Sent } from '../bench/sent.ts'

/** Shorter texts, such as a word on a button, are in many pages. */
const SHORTEST = 8

/** Somebody else, and the pages that they look at. */
export interface Watcher {
  jar: Jar
  places: readonly string[]
}

interface Shown {
  /** The message to the person, as it was seen before. */
  messages: readonly string[]
  jar: Jar
  /** The request that brings the message. */
  sent: Sent
  watchers: readonly Watcher[]
}

/** The lines of a page that may be a message. */
export async function linesOf(page: Page): Promise<string[]> {
  const lines = (await page.locator('body').innerText()).split('\n').map(plain)
  return lines.filter(({ length }) => length >= SHORTEST)
}

/** Without numbers: a message may count what is left. */
const plain = (text: string) => text.replace(/\d+/g, '').replace(/\s+/g, ' ').trim()

const isPage = ({ headers }: Answer) => /html/i.test(headers['content-type'] ?? '')

const shows = ({ body }: Answer, messages: readonly string[]): boolean => {
  const text = plain(parse(body).text)
  return messages.some((message) => text.includes(plain(message)))
}

/**
 * Sends the request. Others look at their pages before the person follows the redirect. The control: the person sees the message then.
 * @throws NotTestable where the answer is no page: its script makes the message up
 */
export async function proveOwn(bench: Bench, claim: string, { messages, jar, sent, watchers }: Shown) {
  const looks = watchers.flatMap(({ jar, places }) => places.map((place) => ({ jar, place })))
  // A page that shows the same words before proves nothing.
  const fresh = []
  for (const look of looks) if (!shows(await look.jar.open(look.place), messages)) fresh.push(look)
  if (fresh.length === 0)
    return bench.unproven(claim, `Each page that others can open says “${messages[0]}” before.`)
  const answer = await jar.send(sent, 0)
  const { location } = answer.headers
  const leaked = []
  for (const { jar, place } of fresh) if (shows(await jar.open(place), messages)) leaked.push(place)
  const seen = location ? await jar.open(new URL(location, answer.url).href) : answer
  await Promise.all([jar, ...watchers.map((watcher) => watcher.jar)].map((one) => one.close()))
  const [place] = leaked
  if (place !== undefined)
    bench.claim(claim, false, `${new URL(place).pathname} says “${messages[0]}” to somebody else`)
  else if (shows(seen, messages)) bench.claim(claim, true)
  else if (!isPage(seen)) throw new NotTestable('The message is made up by a script of the page.')
  else bench.unproven(claim, 'The control fails: the person does not see the message either.')
}
