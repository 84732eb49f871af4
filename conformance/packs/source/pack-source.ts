import { relative } from 'node:path'
import type { Edge } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { originKinds } from '../../../machines/model/origin.ts'
import type { LoadedPack } from '../load-pack.ts'
import { flowIn, hasId, packIn } from './definition.ts'
import { Sources } from './sources.ts'
import { at, entryOf, isWithin, type Spot, textOf, type Value } from './value.ts'

/** A place in the source of a pack, as seen from where the command runs. */
export interface SourceLocation {
  file: string
  /** Counted from 1; `null` where the text does not say for sure. */
  line: number | null
}

/** `log-in.ts:91`, and the file alone where the line is not known. */
export const placeText = ({ file, line }: SourceLocation): string =>
  line === null ? file : `${file}:${line}`

/** Where the parts of a flow are written. */
export interface FlowSource {
  /** The origin of a transition or, where it is shared, the transition itself. */
  transition(edge: Edge): SourceLocation
  /** A step by its number; a sentence, or a reason why something is not modelled, by its key. */
  entry(part: 'steps' | 'sentences' | 'notModelled', key: string): SourceLocation
  gap(id: string): SourceLocation
}

/** Where the parts of a pack are written. */
export interface PackSource {
  flow(flow: Flow): FlowSource
  screen(id: string): SourceLocation
}

/**
 * Finds the parts of a pack in its source, by following its constants, spreads, imports and functions. Nothing of the source is
 * run. Where the text does not say for sure, the answer has the file without a line.
 */
export function sourceOf({ pack: { id }, file }: Pick<LoadedPack, 'pack' | 'file'>): PackSource {
  const sources = new Sources()
  const pack = packIn(sources, file, id)
  return {
    flow: (flow) => flowSource(flowIn(sources, file, flow.id, pack), file),
    screen(id) {
      const screens = at(pack, 'screens')
      return placeOf(entryOf(screens, id)?.spot, fileOf(screens) ?? fileOf(pack) ?? file)
    },
  }
}

/** The source of each flow of some packs, and of its pack. */
export function sourcesOf(packs: readonly LoadedPack[]): ReadonlyMap<Flow, PackSource & { own: FlowSource }> {
  return new Map(
    packs.flatMap((loaded) => {
      const source = sourceOf(loaded)
      return loaded.pack.flows.map((flow) => [flow, { ...source, own: source.flow(flow) }] as const)
    }),
  )
}

const fileOf = (value: Value | undefined) => (value?.kind === 'record' ? value.spot.module.file : undefined)

function placeOf(spot: Spot | undefined, file: string): SourceLocation {
  const path = spot?.module.file ?? file
  return { file: relative(process.cwd(), path), line: spot ? spot.module.lineAt(spot.start) : null }
}

function flowSource(flow: Value | undefined, packFile: string): FlowSource {
  const file = fileOf(flow) ?? packFile
  return {
    transition: (edge) => placeOf(transitionIn(at(flow, 'machine'), edge), file),
    entry: (part, key) => placeOf(entryOf(at(flow, part), key)?.spot, file),
    gap(id) {
      const gaps = at(flow, 'gaps')
      const items = gaps?.kind === 'list' ? gaps.items : []
      const [item, ...others] = items.filter((one) => hasId(one?.value(), id))
      return placeOf(others.length > 0 ? undefined : item && within(item.spot, idOf(item.value())), file)
    },
  }
}

const idOf = (value: Value | undefined) => entryOf(value, 'id')?.spot

/** The narrower spot where it is inside the wider one, else the wider one. */
const within = (wider: Spot, narrower: Spot | undefined) =>
  narrower && isWithin(narrower, wider) ? narrower : wider

/** Where a transition is written in the configuration of a machine; `undefined` where its text says something else than the edge. */
function transitionIn(machine: Value | undefined, { id, source, event, meta }: Edge): Spot | undefined {
  let state: { spot: Spot | undefined; value: Value | undefined } = {
    spot: machine?.kind === 'record' ? machine.spot : undefined,
    value: machine,
  }
  for (const name of source === '' ? [] : source.split('.')) {
    const entry = entryOf(at(state.value, 'states'), name)
    state = { spot: entry?.spot, value: entry?.value() }
  }
  const written = entryOf(at(state.value, 'on'), event)
  const value = written?.value()
  const number = Number(/\[(\d+)\]$/.exec(id)?.[1] ?? 0)
  const branch = value?.kind === 'list' ? entryOf(value, number) : number === 0 ? written : undefined
  if (!branch || !state.spot) return undefined
  const carried = entryOf(branch.value(), 'meta')
  const kind = originKinds.find((kind) => kind in meta)
  const origin = kind && entryOf(carried?.value(), kind)
  const text = textOf(origin?.value())
  if (kind && text !== undefined && text !== Reflect.get(meta, kind)) return undefined
  const { spot } = state
  return [origin, carried, branch].find((one) => one && isWithin(one.spot, spot))?.spot ?? branch.spot
}
