import type { List, Nodes } from 'mdast'
import { Announcements } from './announcements.ts'
import { actionIn } from './imperative.ts'
import { beforeAnnouncement } from './introduction.ts'
import { excerpt, type Irregularity, type IrregularityKind } from './irregularities.ts'
import { placeOf } from './numbering.ts'
import { Oddities } from './oddities.ts'
import {
  finishProcedures,
  finishSections,
  type Heading,
  linesOf,
  type NewStep,
  type OpenProcedure,
  type OpenStep,
  titleFor,
} from './open-procedure.ts'
import { actionsIn, firstOf } from './ordered-list.ts'
import type { Procedure, Section } from './procedure.ts'
import { Sections } from './sections.ts'

const asText = (value: string): Nodes => ({ type: 'text', value })

/** Takes a page piece by piece, in the order of reading, and builds its procedures. */
export class Collector {
  private readonly oddities: Oddities
  private readonly procedures: OpenProcedure[] = []
  private readonly sections: Sections
  private readonly file: string
  private procedure?: OpenProcedure
  private step?: OpenStep
  private readonly announced = new Announcements((line, text) => {
    this.report('procedure-without-steps', line, text)
  })
  /** A heading since the last step; inside the open procedure, if that continues. */
  private crossed?: Heading & { bold?: true }
  private lastText = ''

  constructor(file: string, title: string) {
    this.file = file
    this.oddities = new Oddities(file)
    this.sections = new Sections({ text: title, depth: 0, line: 1 })
  }

  report(kind: IrregularityKind, line: number, text: string) {
    this.oddities.report(kind, line, text)
  }

  get irregularities(): readonly Irregularity[] {
    return this.oddities.all
  }

  get inLabelledStep(): boolean {
    return this.step !== undefined && this.step.form !== 'list'
  }

  /** Whether what follows hangs below a step. */
  get isInStep(): boolean {
    return this.step !== undefined && this.step.after === undefined
  }

  get isAnnounced(): boolean {
    return this.announced.isOpen
  }

  /** Whether a list that starts with this number continues where the open procedure stopped. */
  goesOnWith(number: number): boolean {
    return this.procedure?.steps.at(-1)?.number === number - 1
  }

  enterHeading(heading: Heading) {
    this.announced.close(heading.depth)
    if (this.procedure && heading.depth < this.procedure.section.depth) this.leaveProcedure()
    this.sections.enter(heading)
    this.lastText = ''
    this.step = undefined
    if (this.procedure) this.crossed = this.crossed?.bold ? heading : (this.crossed ?? heading)
  }

  /** A paragraph in bold that is used as a heading. What follows it is no part of the step before. */
  enterBoldHeading(text: string, line: number) {
    this.sections.bold = text
    this.lastText = ''
    this.step = undefined
    if (this.procedure) this.crossed ??= { text, depth: this.sections.open.depth, line, bold: true }
  }

  /** Runs with a name for what is read, such as the label of a tab; the open procedure continues after it. */
  within(scope: string, read: () => void) {
    const { procedure, step } = this
    const { scope: outer } = this.sections
    this.sections.scope = scope
    this.leaveProcedure()
    read()
    this.sections.scope = outer
    Object.assign(this, { procedure, step, crossed: undefined })
  }

  /** Runs for what is included from another file. */
  inFile(file: string, read: () => void) {
    const { file: outer } = this.oddities
    this.oddities.file = file
    read()
    this.oddities.file = outer
  }

  /** Runs for a procedure of its own; what comes after it is in no step. */
  apart(read: () => void) {
    this.leaveProcedure()
    read()
    this.leaveProcedure()
  }

  private leaveProcedure() {
    this.procedure = undefined
    this.step = undefined
    this.crossed = undefined
    this.oddities.forget()
  }

  addStep(step: NewStep) {
    const place = placeOf(step.number, {
      count: this.procedure?.steps.length ?? 0,
      heading: this.crossed !== undefined,
      announced: this.isAnnounced,
      ...(this.procedure && { last: this.procedure.steps.at(-1)?.number ?? 0 }),
    })
    const procedure = place.opens || !this.procedure ? this.openProcedure() : this.goOn(this.procedure)
    if (place.kind && place.text) this.report(place.kind, step.line, place.text)
    this.step = { ...step, file: this.oddities.file, below: [] }
    procedure.steps.push(this.step)
    this.announced.fulfil()
    this.crossed = undefined
    this.oddities.forget()
  }

  private openProcedure(): OpenProcedure {
    const { title: heading, open: section, bold } = this.sections
    const title = titleFor(heading, this.procedures, bold || this.announced.purpose)
    this.procedure = { title, section, steps: [] }
    this.procedures.push(this.procedure)
    section.nodes.push(...this.announced.fulfil())
    return this.procedure
  }

  private goOn(procedure: OpenProcedure): OpenProcedure {
    this.oddities.confirm()
    if (this.step?.after) this.step.below.push(...this.step.after)
    if (this.step) delete this.step.after
    if (this.crossed) {
      const { line, text } = this.crossed
      this.report('heading-in-procedure', line, `The heading ${excerpt(text)} is inside a procedure.`)
    }
    return procedure
  }

  /** The list of steps has ended; what follows is no longer indented under a step. */
  endList() {
    if (this.step && !/:$/.test(this.step.text)) this.step.after = []
  }

  /** Where goes what is no step. */
  private get place(): Nodes[] {
    return this.step?.after ?? this.step?.below ?? this.sections.open.nodes
  }

  /** Takes text that has no number: an introduction, or a part of the step before it. */
  addText(nodes: Nodes[], text: string, line: number) {
    const introduces = this.announced.hear(text, line, this.sections.open.depth, this.step && this.place)
    const action = introduces ? undefined : actionIn(text)
    if (action && !this.announced.count(1) && (!this.step || this.step.text)) {
      this.tellUnnumbered(excerpt(action), line)
    }
    this.lastText = text
    const isOutside = this.place === this.sections.open.nodes
    this.place.push(...(introduces && isOutside ? [asText(beforeAnnouncement(text))] : nodes))
  }

  /** Reports an action that has no number, if it is between or below the steps of a procedure. */
  private tellUnnumbered(what: string, line: number) {
    const last = this.procedure?.steps.at(-1)
    if (!last || (this.crossed && !this.crossed.bold)) return
    this.report('unnumbered-action', line, `After step ${last.number}, without a number: ${what}.`)
  }

  /** Takes a list without numbers: choices and details below a step, or actions where no step is open. */
  addBullets(list: List) {
    const actions = actionsIn(list)
    const isFacts =
      this.step || /:$/.test(this.lastText) || actions < 2 || actions / list.children.length < 0.8
    if (!this.announced.count(actions) && !isFacts) {
      const text = `A list of ${actions} actions has no numbers: ${firstOf(list)}.`
      this.report('unnumbered-action', list.position?.start.line ?? 1, text)
    }
    this.addBlock(list)
  }

  /** Takes what is no text: lists, notes, images, tables, code. */
  addBlock(node: Nodes) {
    if (node.type === 'table' && this.procedure) {
      const line = node.position?.start.line ?? 1
      this.oddities.maybe('table-in-procedure', line, 'A table is inside a procedure.')
    }
    this.place.push(node)
  }

  /** The lines of the page that belong to a step, or that something was said of. */
  knownLines(): Set<number> {
    return new Set([...linesOf(this.procedures), ...this.oddities.linesOf(this.file)])
  }

  /** What was found; `definitions` are the addresses that the page's references name. */
  finish(definitions: Map<string, string>): { procedures: Procedure[]; sections: Section[] } {
    this.announced.close(0)
    const procedures = finishProcedures(this.procedures, this.file, definitions)
    for (const { text, number, line } of procedures.flatMap(({ steps }) => steps)) {
      if (!text) this.report('empty-step', line, `Step ${number} has no instruction.`)
    }
    return { procedures, sections: finishSections(this.sections.all, this.procedures, this.file) }
  }
}
