import type { BindingPattern, Directive, Node, Statement } from 'oxc-parser'
import type { Scope } from './scope.ts'
import { at, type Lazy, once, textOf, type Value } from './value.ts'

type Evaluate = (node: Node, scope: Scope) => Value | undefined

const unknown: Lazy = () => undefined

/** Names what statements declare. Only what a `const` or a function holds is known. */
export function declare(
  scope: Scope,
  statements: readonly (Statement | Directive)[],
  evaluate: Evaluate,
): void {
  for (const statement of statements) {
    const exported = statement.type === 'ExportNamedDeclaration' && statement.declaration
    const declaration = exported || statement
    if (declaration.type === 'FunctionDeclaration' && declaration.id)
      scope.set(declaration.id.name, () => evaluate(declaration, scope))
    if (declaration.type === 'ClassDeclaration' && declaration.id) scope.set(declaration.id.name, unknown)
    if (declaration.type !== 'VariableDeclaration') continue
    for (const { id, init } of declaration.declarations) {
      const isKnown = init && declaration.kind === 'const'
      bind(scope, id, isKnown ? once(() => evaluate(init, scope)) : unknown, evaluate)
    }
  }
}

/** Names the parts of a value as a pattern does. */
export function bind(scope: Scope, pattern: BindingPattern, value: Lazy, evaluate: Evaluate): void {
  const inner = (part: BindingPattern, lazy: Lazy) => bind(scope, part, lazy, evaluate)
  switch (pattern.type) {
    case 'Identifier':
      scope.set(pattern.name, value)
      return
    case 'AssignmentPattern':
      inner(
        pattern.left,
        once(() => {
          const given = value()
          return isNothing(given) ? evaluate(pattern.right, scope) : given
        }),
      )
      return
    case 'ArrayPattern':
      for (const [n, element] of pattern.elements.entries())
        if (element?.type === 'RestElement') inner(element.argument, unknown)
        else if (element) inner(element, () => at(value(), n))
      return
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') inner(property.argument, unknown)
        else {
          const { key, computed } = property
          const name = !computed && key.type === 'Identifier' ? key.name : textOf(evaluate(key, scope))
          inner(property.value, () => (name === undefined ? undefined : at(value(), name)))
        }
      }
  }
}

const isNothing = (value: Value | undefined) => value?.kind === 'plain' && value.value === undefined
