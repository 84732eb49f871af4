import type { Nodes, Parents, TableCell } from 'mdast'
import { attributeOf, isContainer } from './containers.ts'
import { listsIn } from './jsx-values.ts'
import { markerOf } from './marker.ts'
import { inlineText, oneLine } from './plain-text.ts'

/** A line that a reader sees, wherever it is. */
export interface WrittenLine {
  text: string
  line: number
  /** As a message says it. */
  where: string
  /** Its place in a list that shows no number in the source. */
  number?: number
}

const lineOf = ({ position }: Nodes) => position?.start.line ?? 1

/** Where a browser begins a new line. */
const breaks = /<(?:br|\/?(?:li|p|div|tr|td|dt|dd|summary|h[1-6]))\b[^>]*>/gi

/** Languages of code that say that it is text. */
const plain = /^(?:te?xt|plain(?:text)?|none|md|markdown|procedure|steps)$/i

/** Components of steps, in lower case, which Markdown takes for HTML. */
const titled = /<(?:[a-z]{1,3}-)?step[\w-]*\b[^>]*?\s(?:title|label|name)="([^"]*)"/g

function inHtml(value: string, first: number, where: string): WrittenLine[] {
  const titles = [...value.matchAll(titled)].map(([, text = '']) => text)
  if (titles.length > 1) return titles.map((text, n) => ({ text, line: first, where, number: n + 1 }))
  const isList = /<ol\b/i.test(value)
  return value.split('\n').flatMap((line, n) => {
    const pieces = line
      .replace(breaks, '\u2028')
      .split('\u2028')
      .map((piece) => oneLine(piece.replace(/<[^>]*>/g, ' ')))
    const shown = pieces.filter(Boolean)
    return shown.map((text, place) => ({
      text,
      line: first + n,
      where,
      ...(isList && { number: place + 1 }),
    }))
  })
}

/** The text of a cell with the breaks that it has. */
const htmlOf = ({ children }: TableCell) =>
  children
    .map((child) => (child.type === 'break' ? '<br>' : 'value' in child ? child.value : inlineText([child])))
    .join('')

function inEntries({ value, position }: Extract<Nodes, { type: 'yaml' }>): WrittenLine[] {
  let number = 0
  let inSteps = false
  return value.split('\n').flatMap((line, n) => {
    if (/^\S/.test(line)) inSteps = /^(?:steps|howto|how_to|instructions)\s*:\s*$/i.test(line)
    const text = inSteps ? /^\s*-\s+(?:\w+:\s*)?["']?(.+?)["']?\s*$/.exec(line)?.[1] : undefined
    if (!text) return []
    number++
    return [{ text, line: (position?.start.line ?? 0) + n + 1, where: 'in the front matter', number }]
  })
}

/** The blocks of a page on every level, in the order of reading, but for what it includes. */
export function blocksIn({ children }: Parents): Nodes[] {
  return children.flatMap((node): Nodes[] => {
    const isInner =
      'children' in node && !['paragraph', 'heading', 'tableCell', 'included'].includes(node.type)
    return isInner ? [node, ...blocksIn(node)] : [node]
  })
}

/** Every line of these blocks that may be a step, with the place that it is in. */
export function writtenLines(blocks: readonly Nodes[]): WrittenLine[] {
  const lines: WrittenLine[] = []
  for (const node of blocks) {
    const line = lineOf(node)
    if (node.type === 'yaml') lines.push(...inEntries(node))
    else if (node.type === 'heading')
      lines.push({ text: inlineText(node.children), line, where: 'in headings' })
    else if (node.type === 'tableCell') lines.push(...inHtml(htmlOf(node), line, 'in a cell'))
    else if (node.type === 'code' && (!node.lang || plain.test(node.lang)))
      lines.push(...node.value.split('\n').map((text, n) => ({ text, line: line + n + 1, where: 'in code' })))
    else if (node.type === 'html' && !markerOf(node) && !node.value.startsWith('<!--'))
      lines.push(...inHtml(node.value, line, 'in raw HTML'))
    else if (node.type === 'paragraph')
      lines.push({ text: inlineText(node.children), line, where: 'in paragraphs' })
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm')
      for (const list of listsIn(node.data?.estree))
        lines.push(...list.map((item, n) => ({ ...item, where: 'in JavaScript', number: n + 1 })))
    else if (isContainer(node)) {
      const text = attributeOf(node, ['title', 'label', 'header', 'heading'])
      if (text) lines.push({ text, line, where: 'in titles' })
    }
  }
  return lines
}
