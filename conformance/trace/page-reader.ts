import type { Heading, Paragraph, RootContent, Table } from 'mdast'
import { boldHeadingOf } from './bold-heading.ts'
import type { Collector } from './collector.ts'
import { type Container, isAside, isContainer, nameOf } from './containers.ts'
import { hiddenSteps } from './hidden-steps.ts'
import { holdsSteps } from './holds-steps.ts'
import type { Included } from './includes.ts'
import { excerpt } from './irregularities.ts'
import type { LabelStyles } from './label-styles.ts'
import { numberedHeadings } from './numbered-headings.ts'
import { isProcedure } from './ordered-list.ts'
import { inlineText } from './plain-text.ts'
import { readList } from './read-list.ts'
import type { Page } from './read-page.ts'
import { splitSteps } from './split-steps.ts'
import { headingLabelOf, type StepLabel } from './step-label.ts'
import { stepsInTable } from './step-table.ts'
import { gatherSteps, isStepsComponent, type ShownStep, shownSteps } from './steps-component.ts'
import { titledStep } from './titled-step.ts'

/** Nothing that a reader sees. */
const unseen = ['yaml', 'toml', 'definition', 'footnoteDefinition', 'mdxjsEsm', 'thematicBreak']

const lineOf = (node: RootContent) => node.position?.start.line ?? 1

/** Reads the blocks of a page in order and tells a collector what they are. */
export class PageReader {
  page: Page
  readonly collector: Collector
  private readonly styles: LabelStyles
  /** Whether the reader is in a quotation or an admonition. */
  private aside = false

  constructor(page: Page, collector: Collector, styles: LabelStyles) {
    this.page = page
    this.collector = collector
    this.styles = styles
  }

  read(all: RootContent[]) {
    const nodes = gatherSteps(all)
    const numbered = numberedHeadings(nodes)
    for (const [n, node] of nodes.entries()) {
      const label = numbered.get(node)
      if (label) this.readNumberedHeading(node as Heading | Paragraph, label)
      else if (node.type === 'heading') this.readHeading(node, nodes.slice(n + 1))
      else if (node.type === 'paragraph') this.readParagraph(node)
      else if (node.type === 'list') readList(this, node)
      else if (node.type === 'included') this.readIncluded(node)
      else if (node.type === 'table') this.readTable(node)
      else if (isContainer(node)) this.readContainer(node)
      else this.readBlock(node)
    }
  }

  private readBlock(node: RootContent) {
    if (unseen.includes(node.type)) return
    for (const { kind, line, text } of hiddenSteps(node)) this.collector.report(kind, line, text)
    this.collector.addBlock(node)
  }

  private readHeading(node: Heading, following: RootContent[]) {
    const line = lineOf(node)
    const text = inlineText(node.children)
    const label = headingLabelOf(text)
    const end = following.findIndex(({ type }) => type === 'heading')
    const section = end < 0 ? following : following.slice(0, end)
    const hasSteps = holdsSteps({ type: 'root', children: section })
    if (!label || hasSteps) {
      if (label) {
        this.collector.report(
          'step-in-heading',
          line,
          `A step that contains steps, read as a procedure: ${excerpt(text)}.`,
        )
      }
      this.collector.enterHeading({ text, depth: node.depth, line })
      return
    }
    this.addHeading(node, text, label)
  }

  private readNumberedHeading(node: Heading | Paragraph, label: StepLabel) {
    this.addHeading(node, inlineText(node.children), label)
  }

  private addHeading(node: Heading | Paragraph, text: string, { number, length }: StepLabel) {
    const line = lineOf(node)
    this.collector.report('step-in-heading', line, `The step is a heading: ${excerpt(text)}.`)
    this.collector.addStep({ number, text: text.slice(length), form: 'heading', line, nodes: [node] })
  }

  private readParagraph(node: Paragraph) {
    const bold = boldHeadingOf(node)
    if (bold) {
      this.collector.enterBoldHeading(bold, lineOf(node))
      return
    }
    for (const piece of splitSteps(node.children, lineOf(node))) {
      const { label, text, line, nodes } = piece
      if (piece.noStep) {
        this.collector.report('not-a-step', line, `It begins like a step and is not one: ${excerpt(text)}.`)
      }
      if (!label) {
        if (text && !piece.noStep) this.collector.addText(nodes, text, line)
        else for (const inner of nodes) this.collector.addBlock(inner)
        continue
      }
      if (piece.midLine) {
        this.collector.report(
          'step-in-paragraph',
          line,
          `Step ${label.number} begins in the middle of a line.`,
        )
      }
      this.tellAside(`Step ${label.number}`, line)
      this.styles.add(piece, line)
      this.collector.addStep({ number: label.number, text, form: 'label', line, nodes })
    }
  }

  /** Says of steps that a reader may skip them. */
  tellAside(what: string, line: number) {
    if (this.aside) {
      this.collector.report('step-in-container', line, `${what} is in a quotation or an admonition.`)
    }
  }

  addShown({ step, below }: ShownStep) {
    this.collector.addStep(step)
    for (const node of below) this.readBelow(node)
  }

  /** Steps that a component numbers are a procedure of their own. */
  private readSteppers(steps: ShownStep[]) {
    this.collector.apart(() => {
      for (const shown of steps) this.addShown(shown)
    })
  }

  private readTable(table: Table) {
    const steps = stepsInTable(table)
    if (!steps && !this.collector.isInStep && holdsSteps(table)) {
      for (const { children } of table.children.flatMap((row) => row.children))
        this.read(children as RootContent[])
      return
    }
    if (!steps || this.collector.inLabelledStep) {
      this.readBlock(table)
      return
    }
    for (const shown of steps) this.addShown(shown)
    this.collector.endList()
  }

  /** A page that is part of this one. */
  private readIncluded({ page, children }: Included) {
    const outer = this.page
    this.page = page
    this.collector.inFile(page.file, () => this.read(children))
    this.page = outer
  }

  /** What hangs below an item of a list is part of the step, whatever it is. */
  private readBelow(node: RootContent) {
    if (node.type === 'list' && node.ordered && isProcedure(node, false)) {
      this.collector.report(
        'sub-steps',
        lineOf(node),
        `${node.children.length} numbered actions are inside a step.`,
      )
    }
    this.readBlock(node)
  }

  private readContainer(node: Container) {
    const steps = isStepsComponent(node) ? shownSteps(node, this.page.source) : []
    const titled = titledStep(node)
    if (steps.length > 0) this.readSteppers(steps)
    else if (titled) this.addShown(titled)
    else this.readInside(node)
  }

  private readInside(node: Container) {
    if (!holdsSteps(node)) {
      this.readBlock(node)
      return
    }
    const { aside } = this
    this.aside ||= isAside(node)
    const name = nameOf(node)
    const children = node.children as RootContent[]
    if (name) this.collector.within(name, () => this.read(children))
    else this.read(children)
    this.aside = aside
  }
}
