import type { Nodes } from 'mdast'
import { plainText } from './plain-text.ts'
import type { DocumentedStep, Procedure, Section } from './procedure.ts'
import { contentOf } from './step-content.ts'

export interface Heading {
  text: string
  depth: number
  line: number
}

export interface OpenSection extends Heading {
  nodes: Nodes[]
}

export type NewStep = Pick<DocumentedStep, 'number' | 'text' | 'form' | 'line'> & {
  nodes: Nodes[]
  file?: string
}

export interface OpenStep extends NewStep {
  below: Nodes[]
  /** What follows the list that the step ends: its own only if another step follows. */
  after?: Nodes[]
}

/** A procedure while its page is being read. */
export interface OpenProcedure {
  title: string
  section: OpenSection
  steps: OpenStep[]
}

/** The heading; with what sets it apart where a procedure of that title is there already. */
export function titleFor(heading: string, taken: OpenProcedure[], purpose: string | undefined): string {
  const alike = taken
    .map(({ title }) => title)
    .filter((title) => title === heading || title.startsWith(`${heading} › `))
  if (alike.length === 0) return heading
  const named = `${heading} › ${purpose || alike.length + 1}`
  return alike.includes(named) ? `${named} (${alike.length + 1})` : named
}

function finishStep(
  { nodes, below, after: _, ...step }: OpenStep,
  file: string,
  definitions: Map<string, string>,
): DocumentedStep {
  const choices = below.flatMap((node) =>
    node.type === 'list' ? node.children.map((item) => plainText([item])) : [],
  )
  return {
    file,
    ...step,
    text: step.text || plainText(below.slice(0, 1)),
    body: [step.text, plainText(below)].filter(Boolean).join(' '),
    ...(choices.length > 0 && { choices }),
    ...contentOf([...nodes, ...below], definitions),
  }
}

export function finishProcedures(
  procedures: OpenProcedure[],
  file: string,
  definitions: Map<string, string>,
): Procedure[] {
  return procedures.map(({ title, steps }) => ({
    title,
    file,
    line: steps[0]?.line ?? 1,
    steps: steps.map((step) => finishStep(step, file, definitions)),
  }))
}

/** The sections that have text outside of steps. */
export function finishSections(
  sections: OpenSection[],
  procedures: OpenProcedure[],
  file: string,
): Section[] {
  const left = procedures.flatMap(({ section, steps }) =>
    steps.flatMap(({ after = [] }) => after.map((node) => ({ section, node }))),
  )
  return sections.flatMap((section) => {
    const after = left.filter((one) => one.section === section).map(({ node }) => node)
    const text = plainText([...section.nodes, ...after])
    return text ? [{ title: section.text, file, line: section.line, text }] : []
  })
}

/** Every line that a step or the heading of a procedure is on. */
export function linesOf(procedures: OpenProcedure[]): Set<number> {
  const lines = new Set<number>()
  for (const { section, steps } of procedures) {
    lines.add(section.line)
    for (const { line, nodes, below } of steps) {
      lines.add(line)
      for (const { position } of [...nodes, ...below])
        for (let at = position?.start.line ?? 1; at <= (position?.end.line ?? 0); at++) lines.add(at)
    }
  }
  return lines
}
