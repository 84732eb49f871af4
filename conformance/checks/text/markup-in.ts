import type { Element, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { visit } from 'unist-util-visit'
import { MARKUP } from './markup.ts'

/** What a browser makes of the markup that was typed: part of the page, text in it, or nothing that is there. */
export function markupIn(html: string): 'taken' | 'shown' | undefined {
  const root = raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root
  let text = ''
  let isTaken = false
  visit(root, (node) => {
    if (node.type === 'text') text += node.value
    if (node.type === 'element') isTaken ||= isMadeOf(node)
  })
  if (isTaken) return 'taken'
  return text.includes(MARKUP.html) ? 'shown' : undefined
}

const isMadeOf = ({ tagName, properties }: Element): boolean =>
  (tagName === 'img' && properties.src === `//${MARKUP.name}`) ||
  Object.keys(properties).some((name) => name.includes(MARKUP.name))
