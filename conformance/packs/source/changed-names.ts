import type { Node, Program } from 'oxc-parser'
import { nodesIn } from './nodes-in.ts'

/** Methods that change the list they belong to. */
const CHANGING = ['push', 'unshift', 'pop', 'shift', 'splice', 'sort', 'reverse', 'fill']

/** Names that a program assigns to, or whose object or list it changes. */
export function changedNames(program: Program): Set<string> {
  return new Set([...nodesIn(program)].flatMap((node) => rootOf(changedBy(node)) ?? []))
}

/** The expression that a node changes. */
function changedBy(node: Node): Node | undefined {
  if (node.type === 'AssignmentExpression') return node.left
  if (node.type === 'UpdateExpression') return node.argument
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return node.argument
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const { object, property } = node.callee
  if (property.type !== 'Identifier') return undefined
  if (CHANGING.includes(property.name)) return object
  const isOfObject = object.type === 'Identifier' && object.name === 'Object'
  return isOfObject && /^(assign|define)/.test(property.name) ? node.arguments[0] : undefined
}

/** `a` of `a.b[c].d`. */
function rootOf(node: Node | undefined): string | undefined {
  if (node?.type === 'MemberExpression') return rootOf(node.object)
  if (node?.type === 'TSNonNullExpression' || node?.type === 'TSAsExpression') return rootOf(node.expression)
  return node?.type === 'Identifier' ? node.name : undefined
}
