import type { RootContent } from 'mdast'
import { bareNumberOf } from './bare-number.ts'
import { attributeOf, type Container, isContainer, nameOf, tagOf } from './containers.ts'
import { inlineText, plainText } from './plain-text.ts'
import { headingLabelOf } from './step-label.ts'
import type { ShownStep } from './steps-component.ts'

const TITLES = ['title', 'summary', 'label', 'header', 'heading']

/** What a reader sees as the title of a container: an attribute, or what it is folded to. */
function titleOf(
  node: Container,
): { title: string; at: Container | RootContent; below: RootContent[] } | undefined {
  const children = node.children as RootContent[]
  const title = attributeOf(node, TITLES)
  if (title !== undefined) return { title, at: node, below: children }
  const [first, ...below] = children
  if (!first || tagOf(node) !== 'details') return undefined
  const isSummary = isContainer(first) && tagOf(first) === 'summary'
  const folded = first.type === 'paragraph' ? inlineText(first.children) : isSummary ? plainText([first]) : ''
  return folded ? { title: folded, at: first, below } : undefined
}

/** The step that the title of a container is: `<Accordion title="Step 1: Open it">`, `<Card title="2. Close it">`. */
export function titledStep(node: Container): ShownStep | undefined {
  const titled = nameOf(node) === undefined ? titleOf(node) : undefined
  const label = titled && (headingLabelOf(titled.title) ?? bareNumberOf(titled.title))
  if (!label) return undefined
  const text = titled.title.slice(label.length).trim()
  if (!text) return undefined
  const line = titled.at.position?.start.line ?? 1
  const nodes = [{ type: 'text' as const, value: text }]
  return { step: { number: label.number, text, form: 'component', line, nodes }, below: titled.below }
}
