import type { Element, ElementContent, Root as HtmlRoot, Nodes } from 'hast'
import { raw } from 'hast-util-raw'
import { toMdast } from 'hast-util-to-mdast'
import type { Root } from 'mdast'
import { EXIT, SKIP, visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import type { Parsed } from './parse-markdown.ts'
import { reshape, textOfElement } from './reshape-html.ts'

/** Where a page has its text, the first that is there: as Confluence, Notion and most themes write it. */
const places: ((node: Element) => boolean)[] = [
  ({ properties }) => properties.id === 'main-content',
  ({ tagName, properties }) => tagName === 'main' || properties.role === 'main',
  ({ tagName }) => tagName === 'article',
  ({ tagName }) => tagName === 'body',
]

/** What a reader skips to come to the text. */
const AROUND = ['nav', 'footer', 'script', 'style', 'template']

function find(root: Nodes, wanted: (node: Element) => boolean): Element | undefined {
  let found: Element | undefined
  visit(root, 'element', (node) => {
    if (wanted(node)) found = node
    return found ? EXIT : undefined
  })
  return found
}

function withoutSurroundings(root: HtmlRoot) {
  visit(root, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    if (!AROUND.includes(node.tagName) && !('hidden' in node.properties && node.properties.hidden))
      return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}

/** Parses a page in HTML: its text without what is around it, as the Markdown that says the same. Never throws. */
export function parseHtml(source: string): Parsed & { title?: string } {
  const file = new VFile(source)
  const html = raw({ type: 'root', children: [{ type: 'raw', value: source }] } as HtmlRoot, {
    file,
  }) as HtmlRoot
  const title = find(html, ({ tagName }) => tagName === 'title')
  withoutSurroundings(html)
  const text = places.map((place) => find(html, place)).find(Boolean) ?? html
  const children = reshape(text.children as ElementContent[])
  const { children: nodes } = toMdast({ type: 'root', children }) as Root
  return { root: { type: 'root', children: nodes }, source, ...(title && { title: textOfElement(title) }) }
}
