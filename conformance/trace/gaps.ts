import { edgesOfStep, stepsOf, unmodelled } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { AlignedProcedure } from './align.ts'
import type { ModelSource } from './model-source.ts'

type GapKind =
  /** A documented step that has no transition. Open. */
  | 'no-transition'
  /** A step of the model that its procedure no longer has. Open. */
  | 'not-documented'
  /** A documented step or sentence that the model leaves out with a reason. */
  | 'not-modelled'
  /** Something that the documentation leaves open, or where it contradicts itself or a standard. */
  | 'finding'

export interface Gap {
  kind: GapKind
  /** Somebody has to do something about it. */
  open: boolean
  flow: string | null
  /** Id of the step, or key of the sentence. */
  step: string | null
  title: string
  text: string
  file: string
  line: number
}

function ofProcedure({ title, flow, steps }: AlignedProcedure): Gap[] {
  return steps.flatMap(({ step, modelled }) => {
    const { number, file, line } = step
    const isThere = modelled && (modelled.edges.length > 0 || flow?.notModelled[modelled.id])
    if (isThere) return []
    const why = flow
      ? modelled
        ? `${modelled.id} has no transition and no reason in notModelled`
        : `${flow.id} has no such step`
      : 'no flow is like this procedure'
    return [
      {
        kind: 'no-transition' as const,
        open: true,
        flow: flow?.id ?? null,
        step: modelled?.id ?? null,
        title: `${title}, step ${number}`,
        text: `Step ${number} is not modelled: ${why}.`,
        file,
        line,
      },
    ]
  })
}

function ofFlow(flow: Flow, documented: Set<string> | undefined, source: ModelSource): Gap[] {
  const gap = (kind: GapKind, step: string | null, title: string, text: string, name: string): Gap => {
    const open = kind === 'no-transition' || kind === 'not-documented'
    return { kind, open, flow: flow.id, step, title, text, ...source.entry(name) }
  }
  const gone = documented ? stepsOf(flow).filter((id) => !documented.has(id)) : []
  const sentences = unmodelled(flow).filter((id) => id in flow.sentences)
  return [
    ...gone.map((id) =>
      gap('not-documented', id, flow.title, `${id} stands nowhere in the procedure any more.`, id),
    ),
    ...sentences.map((id) =>
      gap('no-transition', id, flow.sentences[id] ?? id, 'The sentence has no transition.', id),
    ),
    ...Object.entries(flow.notModelled)
      .filter(([id]) => edgesOfStep(flow, id).length === 0)
      .map(([id, reason]) => gap('not-modelled', id, flow.sentences[id] ?? id, reason, id)),
    ...flow.gaps.map(({ id, step, title, text }) => gap('finding', step ?? null, title, text, id)),
  ]
}

/**
 * Everything between documentation and model that does not meet. Of the flows, those that the given pages have; those
 * that have no numbered steps go with them.
 */
export function gapsOf(
  procedures: AlignedProcedure[],
  flows: Flow[],
  sourceOf: (flow: Flow) => ModelSource,
): Gap[] {
  const found = new Set(procedures.flatMap(({ flow }) => flow ?? []))
  const documented = new Set(
    procedures.flatMap(({ steps }) => steps.flatMap(({ modelled }) => modelled?.id ?? [])),
  )
  const relevant = flows.filter((flow) => found.has(flow) || (found.size > 0 && stepsOf(flow).length === 0))
  return [
    ...procedures.flatMap(ofProcedure),
    ...relevant.flatMap((flow) => ofFlow(flow, found.has(flow) ? documented : undefined, sourceOf(flow))),
  ]
}
