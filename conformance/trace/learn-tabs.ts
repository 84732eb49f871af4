import type { Heading, RootContent } from 'mdast'
import { inlineText } from './plain-text.ts'

/** The name of a tab of Microsoft Learn: a heading that is a link to `#tab/…`. */
function tabOf(node: RootContent): string | undefined {
  if (node.type !== 'heading') return undefined
  const [only, ...others] = (node as Heading).children
  return only?.type === 'link' && others.length === 0 && only.url.startsWith('#tab/')
    ? inlineText(only.children)
    : undefined
}

/** Puts what is below the headings that are tabs into containers; a line across the page ends the last one. */
export function nestLearnTabs(nodes: RootContent[]): RootContent[] {
  if (!nodes.some((node) => tabOf(node) !== undefined)) return nodes
  const all: RootContent[] = []
  let tab: RootContent[] | undefined
  for (const node of nodes) {
    const title = tabOf(node)
    if (title !== undefined) {
      tab = []
      const { position } = node
      all.push({
        type: 'containerDirective',
        name: 'tab',
        attributes: { title },
        children: tab as never,
        ...(position && { position }),
      })
    } else if (tab && node.type === 'thematicBreak') tab = undefined
    else (tab ?? all).push(node)
  }
  return all
}
