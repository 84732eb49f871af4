import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packs } from '../../../machines/index.ts'
import { edgesOfStep } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { StepId } from '../../../machines/model/origin.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { stepsDoneOn } from '../../../machines/model/progress.ts'
import { library } from '../../../machines/model/testing/small-pack.ts'
import { begin, choicesAt, type Moment, reach, send } from '../../../machines/model/walk.ts'
import { mailboxAt, nextInMail } from '../model/mailbox.ts'
import { stageOf } from '../model/stage.ts'
import { splitChoices } from './choices.ts'
import { outlookAt } from './outlook.ts'
import { stepDue } from './step-due.ts'

const ACTIONS = 30
const WALKS = 200

const cases = [library, ...packs].flatMap((pack) => pack.flows.map((flow) => ({ pack, flow, id: flow.id })))

/** A walk of a person who does anything that is possible, and as often as not what is documented. */
const walks = (flow: Flow) =>
  fc
    .record({
      given: fc.constantFrom(...Object.keys(flow.givens)),
      choices: fc.array(fc.record({ n: fc.nat(1_000), isDocumented: fc.boolean() }), {
        minLength: ACTIONS,
        maxLength: ACTIONS,
      }),
    })
    .map(({ given, choices }) => {
      const moments: Moment[] = [begin(flow, given)]
      for (const { n, isDocumented } of choices) {
        const at = moments.length - 1
        const { documented, others } = splitChoices(flow, moments, at)
        const from = isDocumented && documented.length > 0 ? documented : [...documented, ...others]
        const edge = from[n % from.length]
        const next = edge && send(flow, moments[at] as Moment, edge.event)
        if (!next) break
        moments.push(next)
      }
      return { given, moments }
    })

/** What is said of the goal, and of what leads on. */
function checkOutlook(flow: Flow, given: string, moments: readonly Moment[], at: number) {
  const moment = moments[at] as Moment
  for (const { event } of splitChoices(flow, moments, at).documented)
    expect(send(flow, moment, event)).toBeDefined()
  const outlook = outlookAt(flow, given, moments, at)
  expect(outlook?.is === 'goal').toBe(moment.goal)
  if (!outlook || outlook.is === 'goal') return
  expect(choicesAt(flow, moment).filter(({ meta }) => 'step' in meta && !meta.refused)).toEqual([])
  expect(outlook.is === 'over').toBe(moments.slice(0, at).some(({ goal }) => goal))
  if (outlook.is === 'stuck' && outlook.given) expect(goalsFrom(flow, outlook.given)).toBeGreaterThan(0)
}

const goals = new Map<string, number>()
function goalsFrom(flow: Flow, given: string): number {
  const key = `${flow.id}:${given}`
  const count = goals.get(key) ?? reach(flow, begin(flow, given)).filter(({ moment }) => moment.goal).length
  goals.set(key, count)
  return count
}

/** None is ticked that was not taken, none unticked again, none due that is done, or that comes later than one left to do. */
function checkSteps(flow: Flow, moments: readonly Moment[], at: number, before: readonly StepId[]) {
  const upTo = moments.slice(0, at + 1)
  const done = stepsDoneOn(flow, upTo)
  const taken = upTo.flatMap(({ edge }) => (edge && !edge.meta.refused ? edge.id : []))
  for (const step of done) expect(edgesOfStep(flow, step).some(({ id }) => taken.includes(id))).toBe(true)
  expect(done).toEqual(expect.arrayContaining([...before]))
  const due = stepDue(flow, moments, at, done)
  const possible = choicesAt(flow, moments[at] as Moment).flatMap(({ meta }) =>
    'step' in meta && !meta.refused ? meta.step : [],
  )
  if (due) expect(done).not.toContain(due)
  if (due && !possible.includes(due)) expect(done).toEqual(expect.arrayContaining(possible))
  const left = possible.filter((step) => !done.includes(step))
  if (left.length > 0) expect(left).toContain(due)
  return done
}

/** The mail that the next step speaks of is in the mailbox. */
function checkMail(pack: Pack, flow: Flow, given: string, upTo: readonly [Moment, ...Moment[]]) {
  const next = nextInMail(pack, { flow, moments: upTo })
  if (!next) return
  const { happened } = stageOf(pack, { flow, given, moments: upTo }, undefined)
  const mails = mailboxAt(pack, { flow, moment: upTo[0] }, happened)
  const least = next.isOlder ? 2 : 1
  expect(mails.filter(({ screen }) => screen === next.screen).length).toBeGreaterThanOrEqual(least)
}

test.each(cases)(
  '$id: whatever a person does, what the page says is true',
  ({ pack, flow }) => {
    fc.assert(
      fc.property(walks(flow), ({ given, moments }) => {
        let done: readonly StepId[] = []
        moments.forEach((_, at) => {
          checkOutlook(flow, given, moments, at)
          done = checkSteps(flow, moments, at, done)
          checkMail(pack, flow, given, moments.slice(0, at + 1) as [Moment, ...Moment[]])
        })
      }),
      { numRuns: WALKS },
    )
  },
  60_000,
)
