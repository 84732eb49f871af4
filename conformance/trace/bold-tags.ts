import type { Nodes, Parents, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'

const opening = /^<(b|strong)(?:\s[^>]*)?>$/i

/** The place of the tag that closes the one at `from`, or -1. */
const closingOf = (children: PhrasingContent[], from: number, name: string) =>
  children.findIndex(
    (node, n) => n > from && node.type === 'html' && node.value.toLowerCase() === `</${name.toLowerCase()}>`,
  )

function withStrong(children: PhrasingContent[]): PhrasingContent[] {
  for (const [n, node] of children.entries()) {
    const name = node.type === 'html' ? opening.exec(node.value)?.[1] : undefined
    const end = name === undefined ? -1 : closingOf(children, n, name)
    if (end < 0) continue
    const strong: PhrasingContent = {
      type: 'strong',
      children: children.slice(n + 1, end),
      ...(node.position && { position: node.position }),
    }
    return [...children.slice(0, n), strong, ...withStrong(children.slice(end + 1))]
  }
  return children
}

const isBoldJsx = (node: Nodes) => node.type === 'mdxJsxTextElement' && /^(?:b|strong)$/.test(node.name ?? '')

/** Reads `<b>` and `<strong>` inside a text as bold, as the asterisks are. */
export function readBoldTags(root: Root) {
  visit(root, ['paragraph', 'heading', 'tableCell'], (node) => {
    const parent = node as Extract<Parents, { type: 'paragraph' }>
    parent.children = withStrong(parent.children).map((child) =>
      isBoldJsx(child) && 'children' in child
        ? ({ type: 'strong', children: child.children, position: child.position } as PhrasingContent)
        : child,
    )
  })
}
