import type { Nodes } from 'mdast'

type Attribute = Extract<Nodes, { type: 'mdxJsxFlowElement' }>['attributes'][number]
type Value = Extract<Attribute, { type: 'mdxJsxAttribute' }>['value']

/** As much of a node of JavaScript as is looked at. */
interface Expression {
  type: string
  value?: unknown
  loc?: { start: { line: number } }
  elements?: (Expression | null)[]
  properties?: (Expression & { key?: { name?: string; value?: unknown } })[]
  children?: Expression[]
  quasis?: { value: { cooked?: string | null } }[]
}

/** A text in a list that is written in JavaScript. */
export interface WrittenItem {
  text: string
  line: number
}

/** What of an object says what a person does, the first that is there. */
const KEYS = ['title', 'name', 'label', 'heading', 'instruction', 'action', 'text', 'description', 'content']

/** The text that an expression is, without the tags in it; `undefined` where it has to be run to be known. */
function textOf({ type, value, quasis, children }: Expression): string | undefined {
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return value
  if (type === 'TemplateLiteral' && quasis?.length === 1) return quasis[0]?.value.cooked ?? undefined
  if (type === 'JSXElement' || type === 'JSXFragment')
    return (children ?? []).map((child) => textOf(child) ?? '').join('')
  return undefined
}

function itemOf(expression: Expression): WrittenItem[] {
  const { properties = [], loc } = expression
  const named = KEYS.map((key) => properties.find((one) => (one.key?.name ?? one.key?.value) === key)?.value)
  const [text] = [expression, ...(named as Expression[])].flatMap((one) => (one && textOf(one)) || [])
  return text ? [{ text, line: loc?.start.line ?? 1 }] : []
}

function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Every list of at least two texts that is written somewhere in a program. */
export function listsIn(program: unknown): WrittenItem[][] {
  if (Array.isArray(program)) return program.flatMap(listsIn)
  if (!isExpression(program)) return []
  const own =
    program.type === 'ArrayExpression'
      ? (program.elements ?? []).flatMap((one) => (one ? itemOf(one) : []))
      : []
  const inner = Object.values(program).flatMap((value) => (typeof value === 'object' ? listsIn(value) : []))
  return own.length > 1 ? [own, ...inner] : inner
}

const programOf = (value: Value) =>
  typeof value === 'object' && value !== null ? value.data?.estree : undefined

/** The text of an attribute: `"A"`, `{'A'}` or `{<b>A</b>}`. */
export function textOfValue(value: Value): string | undefined {
  if (typeof value === 'string') return value
  const [statement] = programOf(value)?.body ?? []
  return statement?.type === 'ExpressionStatement' ? textOf(statement.expression as Expression) : undefined
}

/** The texts of an attribute that is a list: `steps={['A', { title: 'B' }]}`. */
export const itemsOfValue = (value: Value): WrittenItem[] => listsIn(programOf(value))[0] ?? []
