import type { Nodes, Parents } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'
import { isProcedure } from './ordered-list.ts'
import { splitSteps } from './split-steps.ts'

/** Blocks that hold other blocks. */
export type Container = Extract<Nodes, { type: 'blockquote' | 'containerDirective' | 'mdxJsxFlowElement' }>

export const isContainer = (node: Nodes): node is Container =>
  node.type === 'blockquote' || node.type === 'containerDirective' || node.type === 'mdxJsxFlowElement'

/** Whether steps or headings stand somewhere in a node, so that it has to be read piece by piece. */
export function holdsSteps(node: Parents): boolean {
  let found = false
  visit(node, (inner) => {
    if (inner.type === 'heading') found = true
    if (inner.type === 'list' && inner.ordered && isProcedure(inner, false)) found = true
    if (inner.type === 'paragraph' && splitSteps(inner.children, 0).some(({ label }) => label)) found = true
    return found ? EXIT : undefined
  })
  return found
}

/** What a reader sees as the name of a container: the label of a tab. */
export function nameOf(node: Container): string | undefined {
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'TabItem') return undefined
  const values = new Map(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value] as const]
        : [],
    ),
  )
  return values.get('label') ?? values.get('value') ?? 'tab'
}

/** Quotations and admonitions accompany a text; a reader may skip them. */
export const isAside = (node: Container): boolean => node.type !== 'mdxJsxFlowElement'
