import type { Nodes, PhrasingContent } from 'mdast'

const spaces = /[\s\u00a0\u200b\u2007\u2009\u202f\ufeff]+/g

/** One line, single spaces: what a reader reads, whatever spaces and line breaks the source has. */
export const oneLine = (text: string): string => text.replace(spaces, ' ').trim()

function raw(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return ' '
    case 'html':
      return node.value.replace(/<!--.*?-->|<\/?[a-z][\w-]*(\s[^<>]*)?\/?>/gis, ' ')
    case 'image':
    case 'imageReference':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      return ''
  }
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const inline = node.children.every((child) => isPhrasing(child))
  return node.children.map(raw).join(inline ? '' : ' ')
}

const blocks: string[] = [
  'paragraph',
  'heading',
  'list',
  'listItem',
  'blockquote',
  'code',
  'table',
  'tableRow',
  'tableCell',
  'html',
  'containerDirective',
  'mdxJsxFlowElement',
]
const isPhrasing = (node: Nodes): node is PhrasingContent => !blocks.includes(node.type)

/** The text of nodes without markup, image descriptions and comments, blocks separated by a space. */
export function plainText(nodes: Nodes[], between = ' '): string {
  return oneLine(nodes.map(raw).join(between))
}

/** The text of the pieces of one paragraph. */
export const inlineText = (nodes: Nodes[]): string => plainText(nodes, '')
