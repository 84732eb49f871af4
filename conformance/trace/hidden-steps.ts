import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { excerpt, type IrregularityKind } from './irregularities.ts'
import { markerOf } from './marker.ts'
import { oneLine, plainText } from './plain-text.ts'
import { stepLabelOf } from './step-label.ts'

interface Hidden {
  kind: IrregularityKind
  line: number
  text: string
}

const isComment = (value: string) => /^\s*(<!--|\/\*)/.test(value)

/** Lines of raw HTML or of a comment that look like steps. Columns are not known there, so lines are all there is. */
function inRaw(value: string, firstLine: number): Hidden[] {
  const kind = isComment(value) ? 'step-in-comment' : 'step-in-html'
  const where = kind === 'step-in-comment' ? 'in a comment' : 'in raw HTML'
  return value.split('\n').flatMap((line, n) => {
    const text = oneLine(line.replace(/<!--|\/\*|<[^>]*>/g, ' '))
    if (!stepLabelOf(text)?.separator) return []
    return [{ kind, line: firstLine + n, text: `Not counted, because it is ${where}: ${excerpt(text)}.` }]
  })
}

/** What looks like a step and does not count as one for a reader: in a table, in raw HTML, in a comment. */
export function hiddenSteps(node: Nodes): Hidden[] {
  const found: Hidden[] = []
  visit(node, ['html', 'mdxFlowExpression', 'mdxTextExpression', 'tableCell'], (inner) => {
    const line = inner.position?.start.line ?? 1
    if (inner.type === 'tableCell') {
      const text = plainText(inner.children, '')
      if (stepLabelOf(text)?.separator) {
        found.push({
          kind: 'step-in-table',
          line,
          text: `Not counted, because it is in a table: ${excerpt(text)}.`,
        })
      }
    } else if ('value' in inner && !markerOf(inner)) found.push(...inRaw(inner.value, line))
  })
  return found
}
