import type { Page, Request, Route } from '@playwright/test'
import { NotThere } from '../../session/find.ts'
import { goBack } from '../../session/go-back.ts'
import { Jar } from '../bench/jar.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { isReading, readRequest } from '../bench/sent.ts'

/** Something that goes wrong with the first request that changes something. */
export interface OnTheWay {
  /** As in "…, when …". */
  when: string
  /** What becomes of that request. */
  meet(person: Person, route: Route): Promise<void>
}

export const onTheWay: OnTheWay[] = [
  {
    when: 'the request never arrives',
    meet: (_person, route) => route.abort('connectionreset'),
  },
  {
    when: 'the request is answered with 500 before it arrives',
    meet: (_person, route) =>
      route.fulfill({ status: 500, contentType: 'text/plain', body: 'Internal Server Error' }),
  },
  {
    when: 'the answer is lost',
    async meet(person, route) {
      await sendSeparately(person, route.request())
      await route.abort('timedout')
    },
  },
  {
    when: 'the request is sent twice at once',
    async meet(person, route) {
      const sent = sendSeparately(person, route.request())
      await route.continue()
      await sent
    },
  },
]

/** Something that a person does on the next page. */
export interface Afterwards {
  /** As in "…, when …". */
  when: string
  next(page: Page): Promise<unknown>
}

export type Fault = Afterwards | OnTheWay

export const afterwards: Afterwards[] = [
  { when: 'the next page is loaded again', next: (page) => page.reload() },
  { when: 'the person goes back from the next page', next: goBack },
]

/**
 * Does something, and lets it go wrong on the way: the first request to the target that is not a reading. Every other
 * one passes.
 * @throws Unproven if there is no such request, because then nothing has gone wrong
 */
export async function spoil(person: Person, action: () => Promise<void>, { meet }: OnTheWay): Promise<void> {
  const { origin } = new URL(person.session.arranged.url)
  let isMet = false
  const handle = (route: Route, request: Request) => {
    if (isMet || isReading(request) || new URL(request.url()).origin !== origin) return route.fallback()
    isMet = true
    return meet(person, route)
  }
  await person.page.route('**', handle)
  try {
    await action()
  } catch (error) {
    // What an action waits for may not come now.
    if (!isMet || !(error instanceof NotThere)) throw error
  } finally {
    await person.page.unroute('**', handle)
  }
  if (!isMet) throw new Unproven('Nothing was sent that could go wrong.')
}

/** Sends the same request with the person's cookies; whatever it sets is lost with its answer. */
async function sendSeparately(person: Person, request: Request): Promise<void> {
  // The page answers nothing as long as its request is held, so it cannot be asked for tokens: the request has them.
  const jar = await Jar.with(person, { cookies: await person.session.context.cookies() })
  await jar.send(await readRequest(request))
  await jar.close()
}
