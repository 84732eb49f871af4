import type { CallExpression, Expression, Node, SpreadElement } from 'oxc-parser'
import { bind, declare } from './declare.ts'
import { isFunction, nodesIn } from './nodes-in.ts'
import { Scope } from './scope.ts'
import { absent, at, type Entry, type Lazy, once, type Spot, textOf, type Value } from './value.ts'

/** Deeper calls are assumed to be endless. */
const DEEPEST = 12

/** What an expression comes to, as far as its text says it: constants, literals, spreads, members, and calls of functions. */
export function evaluate(node: Node, scope: Scope): Value | undefined {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return evaluate(node.expression, scope)
    case 'Literal':
      return typeof node.value === 'object' && node.value !== null
        ? undefined
        : { kind: 'plain', value: node.value as string | number | boolean | null }
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return joined(node, scope)
    case 'Identifier':
      return scope.module.changed.has(node.name) ? undefined : scope.get(node.name)?.()
    case 'ObjectExpression':
      return recordOf(node, scope)
    case 'ArrayExpression':
      return { kind: 'list', items: node.elements.flatMap((element) => itemsOf(element, scope)) }
    case 'MemberExpression': {
      const key = keyOf(node.property, node.computed, scope)
      return key === undefined ? undefined : at(evaluate(node.object, scope), key)
    }
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
      return { kind: 'function', node, scope }
    case 'CallExpression':
      return callOf(node, scope)
    default:
      return undefined
  }
}

/** A text put together of texts. */
function joined(
  node: Extract<Node, { type: 'TemplateLiteral' | 'BinaryExpression' }>,
  scope: Scope,
): Value | undefined {
  const parts =
    node.type === 'TemplateLiteral'
      ? node.quasis.flatMap(({ value }, n) => [
          value.cooked ?? undefined,
          ...(node.expressions[n] ? [textOf(evaluate(node.expressions[n], scope))] : []),
        ])
      : node.operator === '+'
        ? [node.left, node.right].map((part) => textOf(evaluate(part, scope)))
        : [undefined]
  return parts.includes(undefined) ? undefined : { kind: 'plain', value: parts.join('') }
}

function keyOf(key: Node, computed: boolean, scope: Scope): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name
  return textOf(evaluate(key, scope))
}

const spotOf = ({ start, end }: Spot | Node, { module }: Scope): Spot => ({ module, start, end })

function recordOf(node: Extract<Node, { type: 'ObjectExpression' }>, scope: Scope): Value {
  const entries = new Map<string, Entry | undefined>()
  let partial = false
  const doubt = () => {
    partial = true
    for (const key of entries.keys()) entries.set(key, undefined)
  }
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const records = spreadOf(property, scope)
      for (const value of records) {
        if (value?.kind === 'record') {
          if (value.partial) doubt()
          for (const [key, entry] of value.entries) entries.set(key, records.length > 1 ? undefined : entry)
        } else if (value?.kind !== 'plain') doubt()
      }
      continue
    }
    const key = keyOf(property.key, property.computed, scope)
    if (key === undefined) doubt()
    else if (property.kind !== 'init') entries.set(key, undefined)
    else
      entries.set(key, {
        spot: spotOf(property, scope),
        value: once(() => evaluate(property.value, scope)),
      })
  }
  return { kind: 'record', spot: spotOf(node, scope), entries, partial }
}

/** What is spread: one value, or several of which any may be it. */
function spreadOf({ argument }: SpreadElement, scope: Scope): (Value | undefined)[] {
  const node = argument.type === 'ParenthesizedExpression' ? argument.expression : argument
  if (node.type === 'LogicalExpression' && node.operator === '&&')
    return [evaluate(node.right, scope), absent]
  if (node.type === 'ConditionalExpression')
    return [evaluate(node.consequent, scope), evaluate(node.alternate, scope)]
  return [evaluate(node, scope)]
}

function itemsOf(element: Expression | SpreadElement | null, scope: Scope): (Entry | undefined)[] {
  if (!element) return [undefined]
  if (element.type !== 'SpreadElement')
    return [{ spot: spotOf(element, scope), value: once(() => evaluate(element, scope)) }]
  const spread = evaluate(element.argument, scope)
  return spread?.kind === 'list' ? [...spread.items] : [undefined]
}

/** Methods of XState that answer what they are given. */
const GIVEN = ['createMachine', 'createStateConfig']

function callOf({ callee, arguments: given }: CallExpression, scope: Scope): Value | undefined {
  const called = evaluate(callee, scope)
  const first = () => given[0] && evaluate(given[0], scope)
  if (called?.kind === 'foreign') return GIVEN.includes(called.name) ? first() : undefined
  if (called?.kind === 'function') {
    const lazily = given.map((argument): Lazy => once(() => evaluate(argument, scope)))
    const isSpread = given.some(({ type }) => type === 'SpreadElement')
    return isSpread || scope.depth > DEEPEST ? undefined : answerOf(called, lazily, scope.depth + 1)
  }
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined
  if (GIVEN.includes(callee.property.name)) return first()
  return callee.property.name === 'provide' ? evaluate(callee.object, scope) : undefined
}

/** What a function answers: its expression, or what its only `return` has. */
function answerOf(
  { node, scope }: Extract<Value, { kind: 'function' }>,
  given: Lazy[],
  depth: number,
): Value | undefined {
  const { params, body, async } = node
  if (!body || async || node.generator) return undefined
  const inner = new Scope(scope.module, scope, depth)
  for (const [n, param] of params.entries())
    if (param.type !== 'RestElement' && param.type !== 'TSParameterProperty')
      bind(inner, param, given[n] ?? (() => absent), evaluate)
    else if (param.type === 'RestElement') bind(inner, param.argument, () => undefined, evaluate)
  if (body.type !== 'BlockStatement') return evaluate(body, inner)
  declare(inner, body.body, evaluate)
  const returns = [...nodesIn(body, isFunction)].filter(({ type }) => type === 'ReturnStatement')
  const last = body.body.at(-1)
  if (last?.type !== 'ReturnStatement' || returns.length > 1) return undefined
  return last.argument ? evaluate(last.argument, inner) : undefined
}
