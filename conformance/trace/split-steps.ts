import type { PhrasingContent, Text } from 'mdast'
import { bareNumberOf } from './bare-number.ts'
import { inlineText } from './plain-text.ts'
import { isNoStep, type StepLabel, stepLabelOf } from './step-label.ts'

/** A part of a paragraph: a step with its label, or text without one. */
export interface Piece {
  /** Everything, the label too. */
  nodes: PhrasingContent[]
  /** The text without the label. */
  text: string
  line: number
  label?: StepLabel
  /** How the label is set: in bold, plain, in bold together with its instruction, or in bold that is broken. */
  style?: 'bold' | 'plain' | 'all-bold' | 'broken'
  /** The label is in the middle of a line. */
  midLine?: true
  /** Begins like a step and is not one. */
  noStep?: true
}

interface Line {
  nodes: PhrasingContent[]
  midLine?: true
}

/** The pieces of a text, one a source line, each knowing its line. */
function splitText(node: Text): Text[] {
  return node.value.split('\n').map((value, n) => {
    if (!node.position) return { type: 'text', value }
    const { start, end } = node.position
    return { type: 'text', value, position: { start: { ...start, line: start.line + n }, end } }
  })
}

function isLabelInBold(node: PhrasingContent): boolean {
  if (node.type !== 'strong') return false
  const text = inlineText([node])
  const label = stepLabelOf(text)
  return label !== undefined && label.separator !== '' && label.length === text.length
}

/** Source lines of a paragraph; a bold label in the middle of one begins another. */
function linesOf(children: PhrasingContent[]): Line[] {
  const lines: Line[] = []
  let current: Line = { nodes: [] }
  const begin = (nodes: PhrasingContent[], midLine?: true) => {
    lines.push(current)
    current = { nodes, ...(midLine && { midLine }) }
  }
  for (const child of children) {
    if (child.type === 'text') {
      const [first, ...others] = splitText(child)
      if (first) current.nodes.push(first)
      for (const other of others) begin([other])
    } else if (child.type === 'break') {
      begin([child])
    } else if (isLabelInBold(child) && inlineText(current.nodes) !== '') {
      begin([child], true)
    } else {
      current.nodes.push(child)
    }
  }
  return [...lines, current]
}

function styleOf(nodes: PhrasingContent[], label: StepLabel): Piece['style'] {
  const bold = nodes.find((node) => inlineText([node]) !== '')
  if (bold?.type !== 'strong') return /^\s*[*_]/.test(inlineText(nodes)) ? 'broken' : 'plain'
  const text = inlineText([bold])
  return text.length > label.length ? 'all-bold' : 'bold'
}

/** "Step 3" in bold with nothing behind the number is a label where a sentence begins after it. */
function bareLabel(nodes: PhrasingContent[], text: string): StepLabel | undefined {
  const bold = nodes.find((node) => inlineText([node]) !== '')
  const label = bold?.type === 'strong' ? stepLabelOf(inlineText([bold])) : undefined
  return label?.separator === '' && /^\s*(\p{Lu}|$)/u.test(text.slice(label.length)) ? label : undefined
}

function pieceOf({ nodes, midLine }: Line, line: number): Piece {
  const text = inlineText(nodes)
  const label = stepLabelOf(text) ?? bareLabel(nodes, text) ?? bareNumberOf(text)
  if (!label) return { nodes, text, line, ...(isNoStep(text) && { noStep: true }) }
  const style = styleOf(nodes, label)
  if (label.separator === '' && style !== 'bold') return { nodes, text, line }
  return { nodes, text: text.slice(label.length).trim(), line, label, style, ...(midLine && { midLine }) }
}

/** A paragraph, parted where steps begin in it: at the start of a line, or at a bold label within. */
export function splitSteps(children: PhrasingContent[], line: number): Piece[] {
  const pieces: Piece[] = []
  for (const part of linesOf(children)) {
    const start = part.nodes.find((node) => node.position && inlineText([node]) !== '')
    const piece = pieceOf(part, start?.position?.start.line ?? line)
    const last = pieces.at(-1)
    if (!last || piece.label || piece.noStep) pieces.push(piece)
    else {
      last.nodes = [...last.nodes, { type: 'text', value: ' ' }, ...piece.nodes]
      last.text = [last.text, piece.text].filter(Boolean).join(' ')
    }
  }
  return pieces
}
