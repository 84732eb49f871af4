import { evaluate } from './evaluate.ts'
import { nodesIn } from './nodes-in.ts'
import type { Sources } from './sources.ts'
import { at, textOf, type Value } from './value.ts'

/** The pack of that id: what its file exports, else where it is written. */
export function packIn(sources: Sources, file: string, id: string): Value | undefined {
  const exported = [...sources.exports(file).values()].map(({ value }) => value())
  return exported.find((value) => isDefinition(value, id, 'flows')) ?? literalOf(sources, file, id, 'flows')
}

/** The flow of that id: one of the pack's list, else where it is written. */
export function flowIn(sources: Sources, file: string, id: string, pack?: Value): Value | undefined {
  const flows = at(pack, 'flows')
  const listed = flows?.kind === 'list' ? flows.items.map((item) => item?.value()) : []
  const [named, ...others] = listed.filter((flow) => hasId(flow, id))
  if (others.length > 0) return undefined
  return named ?? literalOf(sources, file, id, 'machine')
}

export const hasId = (value: Value | undefined, id: string): boolean => textOf(at(value, 'id')) === id

const isDefinition = (value: Value | undefined, id: string, key: string) =>
  hasId(value, id) && value?.kind === 'record' && value.entries.has(key)

/** The only object with that id and that key which a file, or one that it imports, has written in it. */
function literalOf(sources: Sources, file: string, id: string, key: string): Value | undefined {
  const [found, ...others] = sources.reach(file).flatMap((scope) =>
    [...nodesIn(scope.module.program)].flatMap((node) => {
      if (node.type !== 'ObjectExpression') return []
      const value = evaluate(node, scope)
      return isDefinition(value, id, key) ? [value] : []
    }),
  )
  return others.length > 0 ? undefined : found
}
