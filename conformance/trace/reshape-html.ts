import type { Element, ElementContent, Nodes } from 'hast'
import { EXIT, visit } from 'unist-util-visit'
import { numberBefore } from './bare-number.ts'
import { oneLine } from './plain-text.ts'
import { headingLabelOf } from './step-label.ts'

/** What a browser shows as the text of an element. */
export function textOfElement(node: Nodes): string {
  const parts: string[] = []
  visit(node, 'text', ({ value }) => {
    parts.push(value)
  })
  return oneLine(parts.join(''))
}

const isElement = (node: Nodes): node is Element => node.type === 'element'
const named = (node: Nodes, ...names: string[]): node is Element =>
  isElement(node) && names.includes(node.tagName)

function holds(node: Element, ...names: string[]): boolean {
  let found = false
  visit(node, 'element', (inner) => {
    found = names.includes(inner.tagName)
    return found ? EXIT : undefined
  })
  return found
}

const element = (tagName: string, children: ElementContent[], like: Element): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
  ...(like.position && { position: like.position }),
})

/** Writerside and others have elements for what HTML has lists for; a title is shown above. */
function asList(node: Element): Element[] {
  const { title } = node.properties
  if (node.tagName === 'step') {
    const shown = title === undefined ? [] : [element('p', [{ type: 'text', value: String(title) }], node)]
    return [element('li', [...shown, ...node.children], node)]
  }
  const list = element('ol', node.children, node)
  if (title === undefined) return [list]
  const bold = element('strong', [{ type: 'text', value: String(title) }], node)
  return [element('p', [bold], node), list]
}

const cellsOf = (table: Element): Element[] => {
  const cells: Element[] = []
  visit(table, 'element', (node) => {
    if (named(node, 'td', 'th')) cells.push(node)
  })
  return cells
}

/** A table that only lays out what is in it: a list in a cell, and no cell that is a number. */
function isLayout(table: Element): boolean {
  if (!holds(table, 'ol', 'procedure')) return false
  return !cellsOf(table).some((cell) => {
    const text = textOfElement(cell)
    return /^\d+\W?$/.test(text) || headingLabelOf(text) || (numberBefore(text) && !holds(cell, 'ol'))
  })
}

/** `<dt>Step 1</dt><dd>Open it.</dd>` as what a reader takes it for: a label with its instruction. */
function asLabels(list: Element): Element[] | undefined {
  const entries = list.children.filter(isElement)
  if (!entries.some((entry) => entry.tagName === 'dt' && headingLabelOf(`${textOfElement(entry)}:`)))
    return undefined
  return entries.flatMap((entry, n) => {
    const next = entries[n + 1]
    if (entry.tagName !== 'dt')
      return entries[n - 1]?.tagName === 'dt' ? [] : [element('div', entry.children, entry)]
    const label = element('strong', [{ type: 'text', value: `${textOfElement(entry)}:` }], entry)
    const told = next?.tagName === 'dd' ? next.children : []
    const isBlock = told.some((child) => named(child, 'p', 'div', 'ul', 'ol'))
    return isBlock
      ? [element('p', [label], entry), ...told.filter(isElement)]
      : [element('p', [label, { type: 'text', value: ' ' }, ...told], entry)]
  })
}

/** The texts of a drawing, a paragraph each. */
function asParagraphs(drawing: Element): Element[] {
  const texts: Element[] = []
  visit(drawing, 'element', (node) => {
    if (named(node, 'text')) texts.push(element('p', node.children, node))
  })
  return texts
}

/** Gives what tells steps in other elements the form of a list or of labels, on every level. */
export function reshape(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node]
    const inner = { ...node, children: reshape(node.children) }
    if (named(inner, 'procedure', 'steps', 'step')) return asList(inner)
    if (named(inner, 'svg')) return asParagraphs(inner)
    if (named(inner, 'table') && isLayout(inner))
      return cellsOf(inner).map((cell) => element('div', cell.children, cell))
    return (named(inner, 'dl') && asLabels(inner)) || [inner]
  })
}
