import type { Nodes } from 'mdast'
import { textOfValue } from './jsx-values.ts'

/** `<Steps>` of Mintlify, Starlight, Fern, Nextra; `{% stepper %}` of GitBook; `{{< steps >}}` of Hextra; and their steps. */
export const stepsTag =
  /^(?:\p{L}{1,3}-)?(?:step(?:s|per|-?list|-?group|-?item|-?label)?|procedures?|instructions?|how-?to)$/iu

/** Blocks that hold other blocks. */
export type Container = Extract<Nodes, { type: 'blockquote' | 'containerDirective' | 'mdxJsxFlowElement' }>

export const isContainer = (node: Nodes): node is Container =>
  node.type === 'blockquote' || node.type === 'containerDirective' || node.type === 'mdxJsxFlowElement'

/** The name of a component or a directive; empty for a quotation. */
export const tagOf = (node: Container): string => (node.type === 'blockquote' ? '' : (node.name ?? ''))

/** The first of the given attributes that a container has as a text. */
export function attributeOf(node: Container, names: string[]): string | undefined {
  if (node.type === 'blockquote') return undefined
  const values =
    node.type === 'containerDirective'
      ? new Map(Object.entries(node.attributes ?? {}))
      : new Map(
          node.attributes.flatMap((attribute) => {
            const value = attribute.type === 'mdxJsxAttribute' ? textOfValue(attribute.value) : undefined
            return attribute.type === 'mdxJsxAttribute' && value ? [[attribute.name, value] as const] : []
          }),
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
