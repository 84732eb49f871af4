import type { List, RootContent } from 'mdast'
import { attributeOf, type Container, isContainer, stepsTag, tagOf } from './containers.ts'
import { itemsOfValue, type WrittenItem } from './jsx-values.ts'
import type { NewStep } from './open-procedure.ts'
import { numberedItems } from './ordered-list.ts'
import { inlineText, plainText } from './plain-text.ts'

/** A step that a component shows with a number, and what hangs below its instruction. */
export interface ShownStep {
  step: NewStep
  below: RootContent[]
}

const stepName = /^(?:\p{L}{1,3}-)?(?:step(?:-?(?:item|label))?|instruction)$/iu

/** Whether a block numbers what is in it, whatever that says. */
export const isStepsComponent = (node: RootContent): node is Container =>
  isContainer(node) &&
  !stepName.test(tagOf(node)) &&
  (stepsTag.test(tagOf(node)) || node.children.some(isStep) || itemsOf(node).length > 0)

const isStep = (node: RootContent): node is Container => isContainer(node) && stepName.test(tagOf(node))

/** Steps that are written as an attribute: `<Steps items={[…]} />`, `<Guide steps={[…]} />`. */
function itemsOf(node: Container): WrittenItem[] {
  if (node.type !== 'mdxJsxFlowElement') return []
  const isSteps = stepsTag.test(tagOf(node))
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || !(isSteps || attribute.name === 'steps')) continue
    const items = itemsOfValue(attribute.value)
    if (items.length > 0) return items
  }
  return []
}

const ofItem = ({ text, line }: WrittenItem, n: number): ShownStep => ({
  step: { number: n + 1, text, form: 'component', line, nodes: [{ type: 'text', value: text }] },
  below: [],
})

/** Steps that no component holds together are one procedure, as if one did. */
export function gatherSteps(nodes: RootContent[]): RootContent[] {
  if (!nodes.some(isStep)) return nodes
  const all: RootContent[] = []
  let open: RootContent[] | undefined
  for (const node of nodes) {
    if (!isStep(node)) {
      open = undefined
      all.push(node)
    } else if (open) open.push(node)
    else {
      open = [node]
      const { position } = node
      all.push({
        type: 'mdxJsxFlowElement',
        name: 'Steps',
        attributes: [],
        children: open as never,
        ...(position && { position }),
      })
    }
  }
  return all
}

const lineOf = (node: RootContent) => node.position?.start.line ?? 1

/** A step component: its title, else its first heading or paragraph, is the instruction. */
function ofStep(node: Container, number: number): ShownStep {
  const line = lineOf(node)
  const children = node.children as RootContent[]
  const title = attributeOf(node, ['title', 'name', 'label', 'header', 'heading'])
  if (title !== undefined) {
    const nodes = [{ type: 'text' as const, value: title }]
    return { step: { number, text: title, form: 'component', line, nodes }, below: children }
  }
  const [first, ...below] = children
  const isText = first?.type === 'heading' || first?.type === 'paragraph'
  return {
    step: {
      number,
      text: isText ? inlineText(first.children) : plainText(first ? [first] : []),
      form: 'component',
      line: first ? lineOf(first) : line,
      nodes: isText ? [first] : [],
    },
    below: isText ? below : children,
  }
}

/** Headings in a component that has no step components are its steps. */
function ofHeadings(children: RootContent[]): ShownStep[] {
  const depth = children.find((node) => node.type === 'heading')?.depth
  const steps: ShownStep[] = []
  for (const node of children) {
    if (node.type === 'heading' && node.depth === depth) {
      const text = inlineText(node.children)
      const number = steps.length + 1
      steps.push({ step: { number, text, form: 'component', line: lineOf(node), nodes: [node] }, below: [] })
    } else steps.at(-1)?.below.push(node)
  }
  return steps
}

/** The steps of an ordered list, whatever its items say. */
export function ofList(list: List, source: string): (ShownStep & { written?: number })[] {
  return numberedItems(list, source).map(({ item, number, written, line }) => {
    const [first, ...below] = item.children
    const nodes = first?.type === 'paragraph' ? [first] : []
    return {
      step: { number, text: plainText(nodes), form: 'list', line, nodes },
      below: nodes.length > 0 ? below : item.children,
      ...(written !== undefined && { written }),
    }
  })
}

/** The steps that a component shows, in order; none if it has neither step components, a list nor headings. */
export function shownSteps(node: Container, source: string): ShownStep[] {
  const children = node.children as RootContent[]
  const written = itemsOf(node)
  if (written.length > 0) return written.map(ofItem)
  const own = children.filter(isStep)
  if (own.length > 0) return own.map((step, n) => ofStep(step, n + 1))
  const lists = children.filter((child) => child.type === 'list')
  if (lists.length > 0 && !children.some(({ type }) => type === 'heading'))
    return lists
      .flatMap((list) => ofList(list, source))
      .map((shown, n) => ({ ...shown, step: { ...shown.step, number: n + 1 } }))
  return ofHeadings(children)
}
