import type { Nodes, Parents } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'
import { isProcedure } from './ordered-list.ts'
import { splitSteps } from './split-steps.ts'
import { stepsInTable } from './step-table.ts'

/** `<Steps>` of Mintlify, Starlight, Fern, Nextra; `{% stepper %}` of GitBook; `{{< steps >}}` of Hextra; and their steps. */
export const stepsTag = /^(?:u-)?(?:step(?:s|per|-?list|-?group|-?item)?|procedure)$/i

/** Blocks that hold other blocks. */
export type Container = Extract<Nodes, { type: 'blockquote' | 'containerDirective' | 'mdxJsxFlowElement' }>

export const isContainer = (node: Nodes): node is Container =>
  node.type === 'blockquote' || node.type === 'containerDirective' || node.type === 'mdxJsxFlowElement'

/** Whether steps or headings stand somewhere in a node, so that it has to be read piece by piece. */
export function holdsSteps(node: Parents): boolean {
  let found = false
  visit(node, (inner) => {
    if (inner.type === 'heading') found = true
    if (isContainer(inner) && stepsTag.test(tagOf(inner))) found = true
    if (inner.type === 'table' && stepsInTable(inner)) found = true
    if (inner.type === 'list' && inner.ordered && isProcedure(inner, false)) found = true
    if (inner.type === 'paragraph' && splitSteps(inner.children, 0).some(({ label }) => label)) found = true
    return found ? EXIT : undefined
  })
  return found
}

/** The name of a component or a directive; empty for a quotation. */
export const tagOf = (node: Container): string => (node.type === 'blockquote' ? '' : (node.name ?? ''))

/** The first of the given attributes that a container has as a text. */
export function attributeOf(node: Container, names: string[]): string | undefined {
  if (node.type === 'blockquote') return undefined
  const values =
    node.type === 'containerDirective'
      ? new Map(Object.entries(node.attributes ?? {}))
      : new Map(
          node.attributes.flatMap((attribute) =>
            attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
              ? [[attribute.name, attribute.value] as const]
              : [],
          ),
        )
  for (const name of names) {
    const value = values.get(name)
    if (value) return value
  }
  return undefined
}

/** Only one of several of these is what a reader sees; each has procedures of its own. */
const tab = /^(?:tab|tab-?item|tab-?panel|code-?tab|zone|moniker|pivot)$/i

/** What a reader sees as the name of a container: the label of a tab. */
export function nameOf(node: Container): string | undefined {
  if (!tab.test(tagOf(node))) return undefined
  return attributeOf(node, ['label', 'title', 'name', 'header', 'value', 'id']) ?? 'tab'
}

const aside =
  /^(?:note|tip|info|information|warning|caution|danger|important|success|error|failure|bug|example|quote|question|abstract|summary|todo|seealso|attention|hint|notice|alert|admonition|callout|aside|check)$/i

/** Quotations and admonitions accompany a text; a reader may skip them. */
export const isAside = (node: Container): boolean => node.type === 'blockquote' || aside.test(tagOf(node))
