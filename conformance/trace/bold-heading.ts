import type { Paragraph } from 'mdast'
import { introducesSteps } from './introduction.ts'
import { inlineText } from './plain-text.ts'
import { isNoStep, stepLabelOf } from './step-label.ts'

/** The text of a paragraph that is nothing but bold, as a heading is, unless it introduces steps or is a step. */
export function boldHeadingOf({ children }: Paragraph): string | undefined {
  const [only, ...others] = children
  if (only?.type !== 'strong' || others.length > 0) return undefined
  const text = inlineText([only])
  return introducesSteps(text) || stepLabelOf(text) || isNoStep(text) ? undefined : text
}
