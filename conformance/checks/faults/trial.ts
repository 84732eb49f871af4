import type { Flow } from '../../../machines/model/flow.ts'
import { type Moment, send } from '../../../machines/model/walk.ts'
import { evidenceOf } from '../../session/evidence.ts'
import { NotThere } from '../../session/find.ts'
import { isIn } from '../../session/signed-in.ts'
import { NotLed, Unproven } from '../bench/outcome.ts'
import { lastSent } from '../bench/sent.ts'
import { doStep, isThere } from '../bench/walk-to.ts'
import type { Position, Route, Stop, Walker } from '../bench/walker.ts'
import { type Aftermath, whatComesOf } from './aftermath.ts'
import type { Attempt } from './attempts.ts'
import { type Fault, spoil } from './kinds.ts'

/** An attempt, and what is known of it. */
export class Trial implements Stop {
  readonly attempt: Attempt
  readonly #flow: Flow
  /** Somebody is logged in when nothing goes wrong: before the attempt or after it. */
  mayBeIn = false
  /** How many faults have been tried. */
  tried = 0
  readonly wrong: string[] = []
  /** Why no more faults are tried: nothing is sent that could go wrong, or a screen on the way does not come. */
  ended?: 'sends-nothing' | Unproven | NotThere

  constructor(flow: Flow, attempt: Attempt) {
    this.#flow = flow
    this.attempt = attempt
  }

  get given(): string {
    return this.attempt.given
  }

  get events(): string[] {
    return this.attempt.events
  }

  isAt = (moment: Moment): boolean => this.from({ given: this.given, moment }) !== undefined

  /** The same attempt, as it is made from there; `undefined` where it is not possible or leads elsewhere. */
  from({ given, moment }: Position): Attempt | undefined {
    const { event, before, after } = this.attempt
    if (moment.state !== before.state) return undefined
    const next = send(this.#flow, moment, event)
    return next?.state === after.state ? { ...this.attempt, given, before: moment, after: next } : undefined
  }

  /** As reports name it. */
  get name(): string {
    const { event, before, given } = this.attempt
    return `${event} at ${before.state} (${given})`
  }
}

interface Outcome {
  problem?: string
  /** The problem may be one of the way to the deployment. */
  isUnsure?: boolean
  ended?: Trial['ended']
}

/**
 * Tries one fault of an attempt. What goes wrong for somebody who has met other faults before counts only where it goes wrong for
 * a new person, too.
 */
export async function tryFault(
  flow: Flow,
  walker: Walker,
  { stop: trial, way }: Route<Trial>,
  fault: Fault,
): Promise<void> {
  let outcome = await outcomeOf(flow, walker, { stop: trial, way }, fault)
  const isBad = outcome.problem !== undefined || outcome.ended instanceof Error
  if (isBad && (way || outcome.isUnsure)) outcome = await outcomeOf(flow, walker, { stop: trial }, fault)
  const { problem, ended } = outcome
  trial.ended = ended
  if (!ended) trial.tried += 1
  if (problem) trial.wrong.push(`${trial.name}, when ${fault.when}: ${problem}`)
}

async function outcomeOf(flow: Flow, walker: Walker, route: Route<Trial>, fault: Fault): Promise<Outcome> {
  const { stop: trial } = route
  try {
    const { person, ...at } = await walker.go(route)
    const attempt = trial.from(at) ?? trial.attempt
    const { given, event, before, after } = attempt
    const baseline = before.signedIn ? await evidenceOf(person.session, flow) : undefined
    const step = { event, screen: before.screen, refused: false }
    if ('next' in fault) {
      const wasIn = isIn(await person.signedIn())
      const sent = await lastSent(person, () => doStep(person, flow, step))
      if (!(await isThere(person, flow, after)))
        throw new NotLed(`${flow.id}/${after.edge?.id}`, `${event} does not lead to ${after.state}.`)
      if (!sent) {
        walker.stay({ given, moment: after })
        return { ended: 'sends-nothing' }
      }
      trial.mayBeIn = wasIn || isIn(await person.signedIn())
      // A browser that will not go back to the answer of a form shows that; so people load it again.
      await fault.next(person.page).catch(() => undefined)
    } else await spoil(person, () => doStep(person, flow, step, true), fault)
    const was = { mayBeIn: trial.mayBeIn, baseline }
    const { at: moment, ...outcome } = await whatComesOf(person, flow, attempt, was).catch(unanswered)
    if (moment) walker.stay({ given, moment })
    else await walker.leave()
    return outcome
  } catch (error) {
    if (!(error instanceof Unproven || error instanceof NotThere)) throw error
    await walker.leave()
    return { ended: error }
  }
}

/** Before the fault the deployment told who is logged in. Where it does not any more, a new person shows whether the fault did that. */
function unanswered(error: unknown): Outcome & Aftermath {
  if (error instanceof Error && error.name === 'Error') return { problem: error.message, isUnsure: true }
  throw error
}
