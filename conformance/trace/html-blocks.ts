import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import { raw } from 'hast-util-raw'
import { toMdast } from 'hast-util-to-mdast'
import type { Nodes, Root, RootContent } from 'mdast'
import { type State, toHast } from 'mdast-util-to-hast'
import type { VFile } from 'vfile'
import { reshape } from './reshape-html.ts'

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

const blocks = '(?:ol|ul|dl|table|procedure|steps?)'
const opening = new RegExp(`<${blocks}\\b`, 'gi')
const closing = new RegExp(`</${blocks}\\s*>`, 'gi')
const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Lists and tables written as JSX are the same elements as in HTML; components keep their children. */
function elementOf(state: State, node: Jsx): Element {
  const properties = Object.fromEntries(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  )
  return {
    type: 'element',
    tagName: node.name ?? 'div',
    properties,
    children: state.all(node) as ElementContent[],
  }
}

/** HTML in Markdown, or JSX, as the Markdown that says the same; positions are kept. */
function asMarkdown(nodes: RootContent[], file: VFile): RootContent[] {
  const html = toHast(
    { type: 'root', children: nodes },
    {
      allowDangerousHtml: true,
      handlers: {
        mdxJsxFlowElement: elementOf,
        mdxJsxTextElement: elementOf,
        mdxFlowExpression: () => undefined,
      },
    },
  )
  const parsed = raw(html as HtmlRoot, { file }) as HtmlRoot
  const { children } = toMdast({
    type: 'root',
    children: reshape(parsed.children as ElementContent[]),
  }) as Root
  return children
}

const isJsxBlock = (node: RootContent) =>
  node.type === 'mdxJsxFlowElement' && /^(?:ol|ul|table)$/.test(node.name ?? '')

/** The place behind the node in which the lists and tables that begin in the node at `from` are all closed. */
function endOf(nodes: RootContent[], from: number): number {
  let depth = 0
  for (let n = from; n < nodes.length; n++) {
    const node = nodes[n]
    if (node?.type !== 'html') continue
    depth += countOf(node.value, opening) - countOf(node.value, closing)
    if (depth <= 0) return n + 1
  }
  return from + 1
}

/** Reads lists and tables in HTML or JSX as lists and tables, whatever Markdown is in them, on every level of a page. */
export function readHtmlBlocks(nodes: RootContent[], file: VFile): RootContent[] {
  const all: RootContent[] = []
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n]
    if (!node) continue
    if (node.type === 'html' && countOf(node.value, opening) > 0 && !node.value.startsWith('<!--')) {
      const end = endOf(nodes, n)
      all.push(...asMarkdown(nodes.slice(n, end), file))
      n = end - 1
    } else if (isJsxBlock(node)) all.push(...asMarkdown([node], file))
    else {
      if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
        node.children = readHtmlBlocks(node.children as RootContent[], file) as never
      all.push(node)
    }
  }
  return all
}
