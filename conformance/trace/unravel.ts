import type { Paragraph, RootContent } from 'mdast'

/** Whether a paragraph is nothing but components that stand in one line: `<Step title="A">Open it.</Step>`. */
const isComponents = ({ children }: Paragraph) =>
  children.some(({ type }) => type === 'mdxJsxTextElement') &&
  children.every(
    (child) =>
      (child.type === 'mdxJsxTextElement' && /^\p{Lu}/u.test(child.name ?? '')) ||
      (child.type === 'text' && child.value.trim() === ''),
  )

/** Makes blocks of components that MDX reads as text because they stand in one line. */
export function unravel(nodes: RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph') {
      if ('children' in node && node.type !== 'heading')
        node.children = unravel(node.children as RootContent[]) as never
      return [node]
    }
    if (!isComponents(node)) return [node]
    return node.children.flatMap((child): RootContent[] => {
      if (child.type !== 'mdxJsxTextElement') return []
      const { children, position } = child
      const inline = children.length > 0 && children.every((one) => !isBlock(one))
      const content = inline
        ? unravel([{ type: 'paragraph', children, ...(position && { position }) } as Paragraph])
        : unravel(children as RootContent[])
      return [{ ...child, type: 'mdxJsxFlowElement', children: content as never }]
    })
  })
}

const isBlock = ({ type }: { type: string }) => type === 'mdxJsxFlowElement' || type === 'paragraph'
