import type { Nodes, Parents, TableCell } from 'mdast'
import { visit } from 'unist-util-visit'
import { attributeOf, isContainer } from './containers.ts'
import { linesOfData } from './data-blocks.ts'
import { listsIn } from './jsx-values.ts'
import { markerOf } from './marker.ts'
import { inlineText } from './plain-text.ts'
import type { Page } from './read-page.ts'
import { linesOfFrontMatter } from './written-front-matter.ts'
import { linesOfHtml } from './written-html.ts'

/** A line that a reader sees, wherever it is. */
export interface WrittenLine {
  text: string
  line: number
  /** As a message says it. */
  where: string
  /** Its place in a list that shows no number in the source. */
  number?: number
  /** How many headings come before it. */
  section?: number
}

const lineOf = ({ position }: Nodes) => position?.start.line ?? 1

/** Languages of code that say that it is text. */
const plain = /^(?:te?xt|plain(?:text)?|none|md|markdown|procedure|steps)$/i
const diagram = /^(?:mermaid|plantuml|puml|dot|graphviz|d2)$/i
/** What is between the words of a diagram. */
const arrows = /[-=.]+>{1,2}|<[-=]+|-{2,}|[[\](){}|"]/

/** The text of a cell with the breaks that it has. */
const htmlOf = ({ children }: TableCell) =>
  children
    .map((child) => (child.type === 'break' ? '<br>' : 'value' in child ? child.value : inlineText([child])))
    .join('')

/** The blocks of a page on every level, in the order of reading, but for what it includes. */
export function blocksIn({ children }: Parents): Nodes[] {
  return children.flatMap((node): Nodes[] => {
    const isInner =
      'children' in node && !['paragraph', 'heading', 'tableCell', 'included'].includes(node.type)
    return isInner ? [node, ...blocksIn(node)] : [node]
  })
}

function linesOfCode({ lang, value }: Extract<Nodes, { type: 'code' }>, first: number): WrittenLine[] {
  const where = diagram.test(lang ?? '') ? 'in a diagram' : 'in code'
  if (lang && !plain.test(lang) && where === 'in code') return []
  return value.split('\n').flatMap((text, n) => {
    const shown = where === 'in code' ? [text] : text.split(arrows)
    return shown.map((piece) => ({ text: piece.trim(), line: first + n, where }))
  })
}

/** The descriptions of the pictures in a paragraph. */
function linesOfPictures(node: Extract<Nodes, { type: 'paragraph' }>, line: number): WrittenLine[] {
  const lines: WrittenLine[] = []
  visit(node, 'image', ({ alt }) => {
    if (alt) lines.push({ text: alt, line, where: 'in pictures' })
  })
  return lines
}

function linesOf(node: Nodes, line: number): WrittenLine[] {
  if (node.type === 'yaml' || node.type === 'toml') return linesOfFrontMatter(node)
  if (node.type === 'heading') return [{ text: inlineText(node.children), line, where: 'in headings' }]
  if (node.type === 'tableCell') return linesOfHtml(htmlOf(node), line, 'in a cell')
  if (node.type === 'code') return linesOfCode(node, line + 1)
  if (node.type === 'html' && !markerOf(node) && !/^<(?:!--|script|style)/i.test(node.value))
    return linesOfHtml(node.value, line, 'in raw HTML')
  if (node.type === 'paragraph')
    return [{ text: inlineText(node.children), line, where: 'in paragraphs' }, ...linesOfPictures(node, line)]
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm')
    return listsIn(node.data?.estree).flatMap((list) =>
      list.map((item, n) => ({ ...item, where: 'in JavaScript', number: n + 1 })),
    )
  const title = isContainer(node) ? attributeOf(node, ['title', 'label', 'header', 'heading']) : undefined
  return title ? [{ text: title, line, where: 'in titles' }] : []
}

/** Every line of a page that may be a step, with the place that it is in. */
export function writtenLines(page: Page, blocks: readonly Nodes[]): WrittenLine[] {
  let section = 0
  const shown = blocks.flatMap((node) => {
    if (node.type === 'heading') section++
    const own = section
    return linesOf(node, lineOf(node)).map((line) => ({ ...line, section: own }))
  })
  return [...shown, ...linesOfData(page)]
}
