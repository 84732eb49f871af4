import { edgesOfStep, stepsOf, unmodelled } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { FlowSource, SourceLocation } from '../packs/source/pack-source.ts'
import type { AlignedProcedure } from './align.ts'
import { excerpt } from './irregularities.ts'

type GapKind =
  /** A documented step that has no transition. Open. */
  | 'no-transition'
  /** A documented step says something else than the model's step in its place, such as another button. Open. */
  | 'differs'
  /** A step of the model that its procedure no longer has. Open. */
  | 'not-documented'
  /** A documented step or sentence that the model leaves out with a reason. */
  | 'not-modelled'
  /** Something that the documentation leaves open, or where it contradicts itself or a standard. */
  | 'finding'

export interface Gap {
  kind: GapKind
  /** Requires action. */
  open: boolean
  flow: string | null
  /** Id of the step, or key of the sentence. */
  step: string | null
  title: string
  text: string
  file: string
  /** `null` where the source of the model does not say it for sure. */
  line: number | null
}

function ofProcedure({ title, flow, steps }: AlignedProcedure): Gap[] {
  return steps.flatMap(({ step, modelled, differs }): Gap[] => {
    const { number, file, line, labels, text } = step
    const place = { flow: flow?.id ?? null, title: `${title}, step ${number}`, file, line }
    if (flow && modelled && differs) {
      const named = labels.length > 0 ? labels.map((label) => `“${label}”`).join(', ') : excerpt(text)
      const own = excerpt(flow.steps[Number(modelled.id.slice(flow.id.length + 1))] ?? modelled.id)
      const says = `Step ${number} names ${named}; in the model ${modelled.id} is ${own}.`
      return [{ kind: 'differs' as const, open: true, step: modelled.id, text: says, ...place }]
    }
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
        step: modelled?.id ?? null,
        text: `Step ${number} is not modelled: ${why}.`,
        ...place,
      },
    ]
  })
}

function ofFlow(flow: Flow, documented: Set<string> | undefined, source: FlowSource): Gap[] {
  const gap = (
    kind: GapKind,
    step: string | null,
    title: string,
    text: string,
    place: SourceLocation,
  ): Gap => {
    const open = kind === 'no-transition' || kind === 'not-documented'
    return { kind, open, flow: flow.id, step, title, text, ...place }
  }
  const numberOf = (id: string) => id.slice(id.lastIndexOf('.') + 1)
  const gone = documented ? stepsOf(flow).filter((id) => !documented.has(id)) : []
  const sentences = unmodelled(flow).filter((id) => id in flow.sentences)
  return [
    ...gone.map((id) =>
      gap(
        'not-documented',
        id,
        flow.title,
        `${id} is no longer in the procedure.`,
        source.entry('steps', numberOf(id)),
      ),
    ),
    ...sentences.map((id) =>
      gap(
        'no-transition',
        id,
        flow.sentences[id] ?? id,
        'The sentence has no transition.',
        source.entry('sentences', id),
      ),
    ),
    ...Object.entries(flow.notModelled)
      .filter(([id]) => edgesOfStep(flow, id).length === 0)
      .map(([id, reason]) =>
        gap('not-modelled', id, flow.sentences[id] ?? id, reason, source.entry('notModelled', id)),
      ),
    ...flow.gaps.map(({ id, step, title, text }) =>
      gap('finding', step ?? null, title, text, source.gap(id)),
    ),
  ]
}

/**
 * Everything between documentation and model that does not meet. Of the flows, those that the given pages have; those
 * that have no numbered steps go with them.
 */
export function gapsOf(
  procedures: AlignedProcedure[],
  flows: Flow[],
  sourceOf: (flow: Flow) => FlowSource,
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
