import { screenOfLink } from '../../tenant/actions/judge-link.ts'
import { placeOf } from '../../tenant/stages.ts'
import { Walk } from '../../tenant/testing/walk.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import { type Found, nothingFound, type Suspect, untilItFails } from './suspect.ts'

/** How far a person is: each is acknowledged by one answer. */
const stages = ['nothing', 'invited', 'activated', 'logged in', 'logged out'] as const
type Stage = (typeof stages)[number]
const reached = (stage: Stage, wanted: Stage) => stages.indexOf(stage) >= stages.indexOf(wanted)

/** How many pages somebody looks at who is logged in. */
const PAGES = 10

/** What the server says of a person, whatever it acknowledged. */
interface State {
  isActivated: boolean
  isLinkSpent: boolean
  isEnrolled: boolean
  isLoggedIn: boolean
  /** Numbers of the events. */
  events: number[]
}

/** Walks from the invitation to the logout, again and again, and continues after a kill where it was. */
export class Walking implements Suspect {
  readonly #at: Addresses
  #walk: Walk | undefined
  #stage: Stage = 'nothing'
  /** A logout that is on its way may be done or not. */
  #isLeaving = false

  constructor(at: Addresses) {
    this.#at = at
  }

  act(): Promise<void> {
    return untilItFails(() => this.#step())
  }

  async #step() {
    const walk = this.#walk
    if (!walk || this.#stage === 'logged out') {
      this.#stage = 'nothing'
      this.#walk = await Walk.invite(this.#at.tenant)
      this.#stage = 'invited'
    } else if (this.#stage === 'invited') {
      await walk.activate()
      this.#stage = 'activated'
    } else if (this.#stage === 'activated') {
      await walk.logIn()
      this.#stage = 'logged in'
    } else {
      for (let n = 0; n < PAGES; n++) await walk.visitor.open('/dashboard')
      this.#isLeaving = true
      await walk.logOut()
      this.#isLeaving = false
      this.#stage = 'logged out'
    }
  }

  async look(): Promise<Found> {
    const found = nothingFound()
    const walk = this.#walk
    if (!walk || this.#stage === 'nothing') {
      this.#walk = undefined
      return found
    }
    found.acknowledged = stages.indexOf(this.#stage)
    const state = await stateOf(walk).catch(() => undefined)
    if (!state) {
      found.lost.push('a sandbox')
      this.#walk = undefined
      return found
    }
    this.#judge(state, found)
    await this.#continueFrom(state)
    return found
  }

  #judge({ isActivated, isLinkSpent, isEnrolled, isLoggedIn, events }: State, found: Found) {
    if (isActivated !== isLinkSpent) found.half.push('an activation')
    if (reached(this.#stage, 'activated') && !isActivated) found.lost.push('an activation')
    if (reached(this.#stage, 'logged in') && !isEnrolled) found.lost.push('an authenticator app')
    if (this.#stage === 'logged in' && !isLoggedIn && !this.#isLeaving) found.lost.push('a session')
    if (this.#stage === 'logged out' && isLoggedIn) found.lost.push('a logout')
    if (isEnrolled && !isActivated) found.half.push('an enrolment')
    const gap = events.find((n, at) => n !== at + 1)
    if (gap !== undefined) (events.indexOf(gap) === gap - 1 ? found.half : found.double).push(`event ${gap}`)
  }

  /** What was on its way when the server was killed may have been done. */
  async #continueFrom({ isActivated, isEnrolled, isLoggedIn }: State) {
    if (this.#stage === 'invited' && isActivated) this.#stage = 'activated'
    this.#isLeaving = false
    const isUnclear = this.#stage === 'activated' ? isEnrolled : this.#stage === 'logged in' && !isLoggedIn
    if (!isUnclear && this.#stage !== 'logged out') return
    await this.#walk?.drop()
    this.#walk = undefined
  }
}

async function stateOf(walk: Walk): Promise<State> {
  const passed = await walk.stranger().passPassword(walk.email, walk.password)
  const link = await walk.stranger().open(walk.link)
  const { lastEvent } = (await (await walk.control.call('')).json()) as { lastEvent: number }
  const events = await walk.control.events((all) => (all.at(-1)?.n ?? 0) >= lastEvent)
  return {
    isActivated: passed.screen !== placeOf.password.screen,
    isEnrolled: passed.screen === placeOf['verify-app'].screen,
    isLinkSpent: link.screen !== screenOfLink.good,
    isLoggedIn: (await walk.visitor.session()) !== undefined,
    events: events.map(({ n }) => n),
  }
}
