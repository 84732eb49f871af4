import type { RootContent } from 'mdast'
import { numberBefore } from './bare-number.ts'
import { boldHeadingOf } from './bold-heading.ts'
import { holdsSteps } from './holds-steps.ts'
import { isInstruction } from './ordered-list.ts'
import { inlineText } from './plain-text.ts'
import type { StepLabel } from './step-label.ts'

/** A heading, or a paragraph in bold that is used as one. */
interface Title {
  at: number
  /** Headings of one depth belong together, and so do those in bold. */
  depth: number
  text: string
  label: StepLabel | undefined
}

const BOLD = 7

function titleAt(node: RootContent, at: number): Title | undefined {
  const bold = node.type === 'paragraph' ? boldHeadingOf(node) : undefined
  if (node.type !== 'heading' && bold === undefined) return undefined
  const text = bold ?? (node.type === 'heading' ? inlineText(node.children) : '')
  return { at, depth: node.type === 'heading' ? node.depth : BOLD, text, label: numberBefore(text) }
}

/** Titles numbered 1, 2, 3 … with none above them in between. */
function runsOf(titles: Title[]): Title[][] {
  const runs: Title[][] = []
  const open = new Map<number, Title[]>()
  for (const title of titles) {
    for (const depth of [...open.keys()]) if (depth > title.depth) open.delete(depth)
    const run = open.get(title.depth)
    if (run && title.label?.number === run.length + 1) run.push(title)
    else if (title.label?.number === 1) {
      const begun = [title]
      runs.push(begun)
      open.set(title.depth, begun)
    } else open.delete(title.depth)
  }
  return runs
}

/** Headings that are steps: numbered from 1, most of them instructions, and without steps below. */
export function numberedHeadings(nodes: RootContent[]): Map<RootContent, StepLabel> {
  const titles = nodes.flatMap((node, at) => titleAt(node, at) ?? [])
  const sectionOf = ({ at }: Title) =>
    nodes.slice(at + 1, titles.find((next) => next.at > at)?.at ?? nodes.length)
  const isSteps = (run: Title[]) => {
    const told = run.filter(({ text, label }) => isInstruction(text.slice(label?.length)))
    return (
      run.length > 1 &&
      told.length / run.length >= 0.5 &&
      !run.some((title) => holdsSteps({ type: 'root', children: sectionOf(title) }))
    )
  }
  return new Map(
    runsOf(titles)
      .filter(isSteps)
      .flat()
      .flatMap(({ at, label }) => {
        const node = nodes[at]
        return node && label ? [[node, label] as const] : []
      }),
  )
}
