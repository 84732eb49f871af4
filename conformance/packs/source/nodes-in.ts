import { type Node, visitorKeys } from 'oxc-parser'

/** A node and all that is inside it, in the order of the text; nothing inside a node that `isClosed`. */
export function* nodesIn(node: Node, isClosed: (inner: Node) => boolean = () => false): Generator<Node> {
  yield node
  for (const key of visitorKeys[node.type] ?? []) {
    const inner = node[key as keyof Node] as unknown as Node | (Node | null)[] | null
    for (const one of Array.isArray(inner) ? inner : [inner])
      if (one && !isClosed(one)) yield* nodesIn(one, isClosed)
  }
}

const FUNCTIONS: Node['type'][] = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']

export const isFunction = ({ type }: Node): boolean => FUNCTIONS.includes(type)
