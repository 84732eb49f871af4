import type { EventSpec } from '../../machines/model/event.ts'
import type { Gap } from '../../machines/model/flow.ts'
import type { Origin, StepId } from '../../machines/model/origin.ts'
import type { DocumentedStep, Procedure } from '../trace/procedure.ts'
import type { DraftScreens } from './draft-screens.ts'
import { groupsOf, labelOf, visitedBy } from './groups.ts'
import { kebab, rightSymbol } from './names.ts'
import { type DocumentedAction, readStep } from './read-actions.ts'

/** A transition of the draft. */
interface DraftEdge {
  event: string
  target: string
  origin: Origin
}

/** One flow as it is written into the pack. */
export interface DraftFlow {
  id: string
  title: string
  steps: Record<number, string>
  events: Record<string, EventSpec>
  /** State → its screen and its transitions, in order; those without any are goals. */
  states: Map<string, { screen: string; on: DraftEdge[] }>
  notModelled: Record<string, string>
  gaps: Gap[]
}

/** The address that every drafted pack begins at. */
export const START = 'start'

const guess = 'The documentation does not say it. The draft guesses'

/** Makes a flow of a documented procedure: a state for each step, and for each thing that a step asks for. */
export function draftFlow(procedure: Procedure, screens: DraftScreens, id: string): DraftFlow {
  return new FlowDraft(procedure, screens, id).draft()
}

class FlowDraft {
  readonly #screens: DraftScreens
  readonly #steps: DocumentedStep[]
  readonly #flow: DraftFlow
  #state = 'start'
  #screen = 'nothing-open'

  constructor({ title, steps }: Procedure, screens: DraftScreens, id: string) {
    this.#screens = screens
    this.#steps = steps
    this.#flow = {
      ...{ id, title, events: {}, states: new Map(), notModelled: {}, gaps: [] },
      steps: Object.fromEntries(steps.map(({ number, text }) => [number, text])),
    }
  }

  draft(): DraftFlow {
    this.#enter('start', 'nothing-open')
    for (const [n, step] of this.#steps.entries()) this.#readStep(step, this.#steps[n + 1])
    return this.#flow
  }

  #readStep(step: DocumentedStep, next: DocumentedStep | undefined) {
    const id = `${this.#flow.id}.${step.number}` as StepId
    const read = readStep(step)
    const [first] = read.branches
    if (!first || first.actions.length === 0) {
      if (read.shows && this.#screen === 'nothing-open') return this.#arriveAt(read.shows, { step: id })
      this.#flow.notModelled[id] = read.shows
        ? 'It says which page is shown: a person does nothing in it.'
        : 'The draft found nothing in it that a person does: describe it, or say why not.'
      return
    }
    if (read.on) this.#arriveAt(read.on)
    if (/\bQR code\b/i.test(step.body)) this.#screens.offersKey(this.#needPage(id))
    const on = next && pageBefore(next)
    const target = `after-step-${step.number}`
    const from = this.#state
    const origin = this.#screen
    for (const { actions, shows } of read.branches.toReversed()) {
      this.#state = from
      this.#screen = origin
      const isOther = shows !== undefined && shows !== first.shows
      this.#walk(
        id,
        actions,
        isOther ? `${target}-${kebab(shows)}` : target,
        shows ?? on,
        shows !== undefined,
      )
    }
  }

  /** The actions of one branch; the last one leads to the state behind the step. */
  #walk(id: StepId, actions: DocumentedAction[], target: string, after: string | undefined, isSaid: boolean) {
    const groups = groupsOf(actions.filter(({ does }) => does !== 'scan'))
    for (const [n, group] of groups.entries()) {
      const isLast = n === groups.length - 1
      const screen = this.#screenFor(id, group)
      const event = this.#event(id, screen, group)
      const leaves = group.some(({ does }) => does === 'press' || does === 'visit')
      const shown = isLast ? this.#shownAfter(id, screen, leaves, after ?? visitedBy(group), isSaid) : screen
      this.#go(event, isLast ? target : `${target.replace('after', 'in')}-${kebab(event)}`, shown, {
        step: id,
      })
    }
  }

  #shownAfter(
    id: StepId,
    screen: string,
    leaves: boolean,
    after: string | undefined,
    isSaid: boolean,
  ): string {
    if (after !== undefined) {
      if (!isSaid && leaves) this.#guessed(id, `that “${after}” is shown then`)
      return this.#screens.page(after)
    }
    if (!leaves) return screen
    const number = id.slice(id.lastIndexOf('.') + 1)
    const page = this.#screens.page(`After step ${number} of ${this.#flow.title}`)
    this.#guessed(id, 'a separate page, because the step does not name the page that follows')
    return page
  }

  /** The screen that a group of actions happens on. */
  #screenFor(id: StepId, [first]: DocumentedAction[]): string {
    if (first?.does === 'open-mail') {
      this.#screen = this.#screens.mail(first.mail)
      const state = this.#flow.states.get(this.#state)
      if (state && this.#state === 'start') state.screen = this.#screen
      return this.#screen
    }
    return first?.does === 'visit' ? this.#screen : this.#needPage(id)
  }

  /** A page is open: where the procedure does not say how, it is opened by its address. */
  #needPage(id: StepId): string {
    if (this.#screen !== 'nothing-open') return this.#screen
    this.#guessed(id, 'that the procedure begins on the start page')
    this.#arriveAt('Start page')
    return this.#screen
  }

  /** The step says where it begins; a page that was only guessed before is that one. */
  #arriveAt(name: string, origin: Origin = { inferred: 'the procedure begins with this page open' }) {
    const page = this.#screens.page(name)
    if (this.#screen === page) return
    if (this.#screen === 'nothing-open') {
      this.#flow.events.open = { label: `Open “${name}” by its address`, at: 'screen', goTo: START }
      this.#go('open', 'opened', page, origin)
      return
    }
    const state = this.#flow.states.get(this.#state)
    if (state) state.screen = page
    this.#screen = page
  }

  #event(id: StepId, screen: string, group: DocumentedAction[]): string {
    const fill: Record<string, string> = {}
    let press: string | undefined
    let goTo: string | undefined
    const isMail = group[0]?.does === 'open-mail'
    for (const action of group) {
      if (action.does === 'fill') {
        this.#screens.addField(screen, action.label, { said: action.said })
        const held = this.#screens.holds(screen, action.label)
        fill[action.label] = rightSymbol[held] ?? 'any'
        if (held === 'text') this.#guessed(id, `that any text will do for “${action.label}”`)
      }
      if (action.does === 'choose') {
        this.#screens.addField(screen, action.label, { option: action.option })
        fill[action.label] = action.option
      }
      if (action.does === 'press') {
        this.#screens.addPress(screen, action.label, action.link)
        press = action.label
      }
      if (action.does === 'visit') goTo = START
    }
    const needs = Object.keys(fill).some((label) => this.#screens.holds(screen, label) === 'one-time-code')
    const spec: EventSpec = {
      label: labelOf(group),
      at: isMail ? 'mail' : 'screen',
      ...(goTo && { goTo }),
      ...(Object.keys(fill).length > 0 && { fill }),
      ...(press && { press }),
      ...(isMail && { needs: ['mailbox'] }),
      ...(needs && { needs: ['authenticator-app'] }),
    }
    const name = kebab(spec.label)
    this.#flow.events[name] = spec
    return name
  }

  #go(event: string, target: string, screen: string, origin: Origin) {
    this.#flow.states.get(this.#state)?.on.push({ event, target, origin })
    this.#enter(target, screen)
  }

  #enter(state: string, screen: string) {
    const known = this.#flow.states.get(state) ?? { screen, on: [] }
    this.#flow.states.set(state, known)
    this.#state = state
    // Two branches that end in the same state show the same screen: the one that was drafted first.
    this.#screen = known.screen
  }

  #guessed(step: StepId, what: string) {
    const id = `guess-${step.slice(step.lastIndexOf('.') + 1)}-${this.#flow.gaps.length + 1}`
    this.#flow.gaps.push({ id, step, title: 'The draft had to guess', text: `${guess} ${what}.` })
  }
}

/** The page that is shown before a step: where it begins, or what it says is shown where nothing is done in it. */
function pageBefore(step: DocumentedStep): string | undefined {
  const { on, shows, branches } = readStep(step)
  return on ?? (branches.length === 0 ? shows : undefined)
}
