import type { Nodes } from 'mdast'
import { actionIn } from './imperative.ts'
import { announcesSteps, introducesSteps, purposeOf } from './introduction.ts'
import { excerpt, type Irregularity, type IrregularityKind } from './irregularities.ts'
import { placeOf } from './numbering.ts'
import { plainText } from './plain-text.ts'
import type { DocumentedStep, Procedure, Section } from './procedure.ts'
import { contentOf } from './step-content.ts'

type NewStep = Pick<DocumentedStep, 'number' | 'text' | 'form' | 'line'> & { nodes: Nodes[] }
type OpenStep = NewStep & {
  below: Nodes[]
  /** What follows the list that the step ends: its own only if another step follows. */
  after?: Nodes[]
}

interface OpenProcedure {
  title: string
  section: OpenSection
  steps: OpenStep[]
}

interface Heading {
  text: string
  depth: number
  line: number
}

interface OpenSection extends Heading {
  nodes: Nodes[]
}

interface Introduction {
  text: string
  line: number
  depth: number
  /** Where it stands below a step, if it does; it may speak of what hangs there. */
  below?: { nodes: Nodes[]; at: number }
  /** Unnumbered actions that follow. */
  actions: number
}

/** Takes a page piece by piece, in the order of reading, and builds its procedures. */
export class Collector {
  readonly irregularities: Irregularity[] = []
  private readonly procedures: OpenProcedure[] = []
  private readonly file: string
  private readonly definitions: Map<string, string>
  private readonly sections: OpenSection[] = []
  private heading: OpenSection
  private scope = ''
  private procedure?: OpenProcedure
  private step?: OpenStep
  private introduction?: Introduction
  /** A heading since the last step, inside the open procedure if that goes on. */
  private crossed?: Heading
  /** Told only if the open procedure goes on after them. */
  private ifGoesOn: Irregularity[] = []

  constructor(file: string, title: string, definitions: Map<string, string>) {
    this.file = file
    this.definitions = definitions
    this.heading = this.openSection({ text: title, depth: 0, line: 1 })
  }

  report(kind: IrregularityKind, line: number, text: string) {
    this.irregularities.push({ kind, file: this.file, line, text })
  }

  get inLabelledStep(): boolean {
    return this.step !== undefined && this.step.form !== 'list'
  }

  get isAnnounced(): boolean {
    return this.introduction !== undefined
  }

  /** Whether a list that starts with this number goes on where the open procedure stopped. */
  goesOnWith(number: number): boolean {
    return this.procedure?.steps.at(-1)?.number === number - 1
  }

  private openSection(heading: Heading): OpenSection {
    const section = { ...heading, nodes: [] }
    this.sections.push(section)
    return section
  }

  /** Where text goes that is no step. */
  private get place(): Nodes[] {
    return this.step?.after ?? this.step?.below ?? this.heading.nodes
  }

  /** The list of steps has ended; what follows is no longer indented under a step. */
  endList() {
    if (this.step && !/:$/.test(this.step.text)) this.step.after = []
  }

  enterHeading(heading: Heading) {
    this.closeIntroduction(heading.depth)
    if (this.procedure && heading.depth < this.procedure.section.depth) this.leaveProcedure()
    this.heading = this.openSection(heading)
    this.step = undefined
    if (this.procedure) this.crossed ??= heading
  }

  /** Runs with a name for what is read, such as the label of a tab; the open procedure goes on behind it. */
  within(scope: string, read: () => void) {
    const { scope: outer, procedure, step } = this
    this.scope = scope
    this.leaveProcedure()
    read()
    Object.assign(this, { scope: outer, procedure, step, crossed: undefined })
  }

  private leaveProcedure() {
    this.procedure = undefined
    this.step = undefined
    this.crossed = undefined
    this.ifGoesOn = []
  }

  private closeIntroduction(depth: number) {
    const { introduction } = this
    if (!introduction || depth > introduction.depth) return
    this.introduction = undefined
    if (introduction.below || !announcesSteps(introduction.text)) return
    const { actions } = introduction
    const found = actions === 0 ? '' : `; ${actions} unnumbered action${actions > 1 ? 's' : ''} below it`
    this.report(
      'procedure-without-steps',
      introduction.line,
      `Steps are announced and none has a number: ${excerpt(introduction.text)}${found}.`,
    )
  }

  addStep(step: NewStep) {
    const place = placeOf(step.number, {
      count: this.procedure?.steps.length ?? 0,
      heading: this.crossed !== undefined,
      announced: this.isAnnounced,
      ...(this.procedure && { last: this.procedure.steps.at(-1)?.number ?? 0 }),
    })
    if (place.opens || !this.procedure) {
      this.procedure = { title: this.titleOfNext(), section: this.heading, steps: [] }
      this.procedures.push(this.procedure)
      const below = this.introduction?.below
      if (below) this.heading.nodes.push(...below.nodes.splice(below.at))
    } else {
      this.irregularities.push(...this.ifGoesOn)
      if (this.step?.after) this.step.below.push(...this.step.after)
      if (this.step) delete this.step.after
      if (this.crossed) {
        const { line, text } = this.crossed
        this.report('heading-in-procedure', line, `The heading ${excerpt(text)} stands inside a procedure.`)
      }
    }
    if (place.kind && place.text) this.report(place.kind, step.line, place.text)
    this.step = { ...step, below: [] }
    this.procedure.steps.push(this.step)
    this.introduction = undefined
    this.crossed = undefined
    this.ifGoesOn = []
  }

  private titleOfNext(): string {
    const base = this.scope ? `${this.heading.text} › ${this.scope}` : this.heading.text
    const taken = this.procedures.filter(({ title }) => title === base || title.startsWith(`${base} › `))
    if (taken.length === 0) return base
    const purpose = this.introduction && purposeOf(this.introduction.text)
    const titles = taken.map(({ title }) => title)
    const named = `${base} › ${purpose || taken.length + 1}`
    return titles.includes(named) ? `${named} (${taken.length + 1})` : named
  }

  /** Takes text that has no number: an introduction, or a part of the step before it. */
  addText(nodes: Nodes[], text: string, line: number) {
    const action = actionIn(text)
    if (introducesSteps(text)) {
      this.closeIntroduction(this.heading.depth)
      const below = this.step && { nodes: this.place, at: this.place.length }
      this.introduction = { text, line, depth: this.heading.depth, actions: 0, ...(below && { below }) }
    } else if (action && this.introduction) this.introduction.actions++
    else if (action && this.step?.text) {
      const { number } = this.step
      this.report('unnumbered-action', line, `After step ${number}, without a number: ${excerpt(action)}.`)
    }
    this.place.push(...nodes)
  }

  /** Takes what is no text: lists, notes, images, tables, code. */
  addBlock(node: Nodes) {
    const line = node.position?.start.line ?? 1
    if (node.type === 'table' && this.procedure) {
      this.ifGoesOn.push({
        kind: 'table-in-procedure',
        file: this.file,
        line,
        text: 'A table stands inside a procedure.',
      })
    }
    this.place.push(node)
  }

  finish(): { procedures: Procedure[]; sections: Section[] } {
    this.closeIntroduction(0)
    const procedures = this.procedures.map(({ title, steps }) => ({
      title,
      file: this.file,
      line: steps[0]?.line ?? 1,
      steps: steps.map((step) => this.finishStep(step)),
    }))
    return { procedures, sections: this.finishSections() }
  }

  private finishSections(): Section[] {
    const left = this.procedures.flatMap(({ section, steps }) =>
      steps.flatMap(({ after = [] }) => after.map((node) => ({ section, node }))),
    )
    return this.sections.flatMap((section) => {
      const nodes = [
        ...section.nodes,
        ...left.filter((one) => one.section === section).map(({ node }) => node),
      ]
      const text = plainText(nodes)
      return text ? [{ title: section.text, file: this.file, line: section.line, text }] : []
    })
  }

  private finishStep({ nodes, below, after: _, ...step }: OpenStep): DocumentedStep {
    const under = plainText(below)
    const text = step.text || plainText(below.slice(0, 1))
    if (!text) this.report('empty-step', step.line, `Step ${step.number} has no instruction.`)
    const body = [step.text, under].filter(Boolean).join(' ')
    return { ...step, text, body, file: this.file, ...contentOf([...nodes, ...below], this.definitions) }
  }
}
