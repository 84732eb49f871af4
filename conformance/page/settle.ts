import { EventEmitter, once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { Page, Request, Response } from '@playwright/test'
import { untilDrawn } from './bare.ts'

const NEVER_END = ['eventsource', 'websocket', 'ping']
/**
 * Addresses that a script asks for news: once they did not answer for as long as one waited, or were asked again and again meanwhile.
 * Nothing that a person does waits for them.
 */
const forNews = new Set<string>()
/** Nothing that somebody waits for takes so many requests to one address. */
const MOST_ASKED = 20

const addressOf = (request: Request) => request.url().split('?')[0] ?? ''

const mayBeForNews = (request: Request) =>
  request.method() === 'GET' && BY_SCRIPT.includes(request.resourceType())

/** What a script asks for itself, and may go on from. */
const BY_SCRIPT = ['fetch', 'xhr']
/** How long a script may think about an answer, or about a new address, before it continues, in milliseconds. */
const THOUGHT = 100

/**
 * How long the rest of an answer may take to arrive, in milliseconds. A script that needs no more than the status never reads the
 * rest, and the browser never says that it has come.
 */
const READ = 1_000

/** Answers whose rest no script has read, by status and address: it is not waited for again. */
const unread = new Set<string>()
/** Answers whose rest has come late: it is always waited for. */
const slow = new Set<string>()

const answerOf = (response: Response) => `${response.status()} ${addressOf(response.request())}`

/** How long a page may take to show what has arrived, in milliseconds; what was downloaded never is. */
const SHOWN = 100

/** Knows whether a page still talks to its server, so that no verdict is given on an answer under way. */
export class Settling {
  readonly #page: Page
  /** What is under way → when it began. */
  readonly #underWay = new Map<Request, number>()
  /** What was waited for no more although its answer had not come to its end → that answer. */
  readonly #left = new WeakMap<Request, string>()
  /** How often an address has answered a script since one began to wait. */
  readonly #answered = new Map<string, number>()
  /** When a script had something to go on from last: an answer, or another address of the same document. */
  #occasion = Number.NEGATIVE_INFINITY
  /** Whether a new document was asked for and has not come. */
  #awaitsDocument = false
  /** Tells of each that it has come to its `end`. */
  readonly #requests = new EventEmitter()

  constructor(page: Page) {
    this.#page = page
    page.on('request', (request) => {
      const isForNews = mayBeForNews(request) && forNews.has(addressOf(request))
      if (!NEVER_END.includes(request.resourceType()) && !isForNews) this.#underWay.set(request, Date.now())
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.#awaitsDocument = true
    })
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return
      if (!this.#awaitsDocument) this.#occasion = Date.now()
      this.#awaitsDocument = false
    })
    page.on('response', (response) => {
      if (BY_SCRIPT.includes(response.request().resourceType())) this.#endUnlessRead(response)
    })
    page.on('requestfailed', (request) => {
      if (request.isNavigationRequest()) this.#awaitsDocument = false
      this.#end(request)
    })
    page.on('requestfinished', (request) => {
      this.#noteSlow(request)
      if (request.isNavigationRequest()) this.#endOnceShown(request)
      else this.#end(request)
    })
  }

  #end(request: Request) {
    if (!this.#underWay.delete(request)) return
    if (mayBeForNews(request)) this.#count(addressOf(request))
    if (BY_SCRIPT.includes(request.resourceType())) this.#occasion = Date.now()
    this.#requests.emit('end')
  }

  #endUnlessRead(response: Response) {
    const request = response.request()
    const answer = answerOf(response)
    const leave = () => {
      if (slow.has(answer) || !this.#underWay.has(request)) return
      unread.add(answer)
      this.#left.set(request, answer)
      this.#end(request)
    }
    setTimeout(leave, unread.has(answer) ? THOUGHT : READ).unref()
  }

  #noteSlow(request: Request) {
    const answer = this.#left.get(request)
    if (answer === undefined) return
    unread.delete(answer)
    slow.add(answer)
  }

  #endOnceShown(request: Request) {
    const end = () => {
      clearTimeout(timer)
      this.#page.off('domcontentloaded', end)
      this.#end(request)
    }
    const timer = setTimeout(end, SHOWN)
    this.#page.on('domcontentloaded', end)
  }

  /**
   * Waits until the page has loaded, nothing is under way, no script has just had an answer or another address: it may lead
   * elsewhere; and until something is drawn. At most `patience` milliseconds.
   */
  async settled(patience: number) {
    const until = Date.now() + patience
    this.#answered.clear()
    await this.#quiet(until)
    // Nothing is under way while a script computes; what it draws then may be all of the page.
    await untilDrawn(this.#page, until, () => this.#quiet(until))
    if (this.isWaiting) this.#leaveUnanswered(patience)
  }

  async #quiet(until: number) {
    await this.#loaded(until)
    while (this.#isBusy() && Date.now() < until) {
      await this.#isQuieter(until)
      if (!this.#isBusy()) await this.#loaded(until)
    }
  }

  /** What has been under way for all of the time is waited for no more. */
  #leaveUnanswered(patience: number) {
    for (const [request, began] of this.#underWay) {
      if (!mayBeForNews(request) || Date.now() - began < patience) continue
      forNews.add(addressOf(request))
      this.#underWay.delete(request)
    }
  }

  #count(address: string) {
    const times = (this.#answered.get(address) ?? 0) + 1
    this.#answered.set(address, times)
    if (times > MOST_ASKED) forNews.add(address)
  }

  /** Whether an answer to the page is under way. */
  get isWaiting(): boolean {
    return this.#underWay.size > 0
  }

  #isBusy(): boolean {
    return this.isWaiting || this.#thinks() > 0
  }

  /** How many milliseconds a script may still think about its answer. */
  #thinks(): number {
    return Math.max(0, THOUGHT - (Date.now() - this.#occasion))
  }

  /** Waits until a request has ended, and the one that it leads to has begun; or until a script has thought. */
  async #isQuieter(until: number) {
    const longest = this.#underWay.size > 0 ? until - Date.now() : this.#thinks()
    const signal = AbortSignal.timeout(Math.max(0, longest))
    await once(this.#requests, 'end', { signal }).catch(() => undefined)
    // The browser tells of both in one turn.
    await setImmediate()
  }

  async #loaded(until: number) {
    const timeout = Math.max(1, until - Date.now())
    await this.#page.waitForLoadState('load', { timeout }).catch(() => undefined)
  }
}
