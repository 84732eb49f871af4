import { edgesOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { type Lasting, nameOf } from '../../../machines/model/progress.ts'
import type { Moment } from '../../../machines/model/walk.ts'

/**
 * In a sentence, what a procedure still asks for when a journey has gone on from it: its last steps, and what else is
 * documented on its way. A step that was passed over is not left: a later one has been done without it. `undefined` where
 * nothing is left.
 * @param way the procedure, as the journey leads through it
 */
export function undoneInWords(
  flow: Flow,
  way: readonly Moment[],
  { done, taken }: Lasting,
): string | undefined {
  const all = Object.entries(flow.steps)
  const last = all.findLastIndex(([number]) => done.includes(`${flow.id}.${Number(number)}`))
  const steps = all.slice(last + 1).map(([number, text]) => `step ${number}, “${text}”`)
  const sentences = Object.keys(flow.sentences).flatMap((sentence) => {
    const isOf = (meta: object) => 'sentence' in meta && meta.sentence === sentence
    const last = way.findLast(({ edge }) => edge && isOf(edge.meta))?.edge
    // Another role, for example, leads to another state: what is done there is the same.
    const isDone = edgesOf(flow).some(
      (edge) => edge.event === last?.event && isOf(edge.meta) && taken.includes(nameOf(flow, edge)),
    )
    return last && !isDone ? `“${flow.sentences[sentence]?.replace(/\.$/, '')}”` : []
  })
  const left = [...steps, ...sentences]
  return left.length > 0 ? `Not done as documented in “${flow.title}”: ${left.join('; ')}.` : undefined
}
