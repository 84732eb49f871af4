import { edgesOf, stateMetaOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { isJourney } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import type { Field } from '../../../machines/model/screen.ts'
import { type Known, makeValue, UnknownSymbol, type Values } from '../../../machines/model/values.ts'

/** Kinds whose value is not kept in mind: it is on the phone, or was typed a moment ago. */
const notNoted = ['one-time-code', 'repeated-password', 'choice']

/** The fields that a flow fills in on its way, each with the symbol of the value that leads on. */
function leadingOn(pack: Pack, flow: Flow): { field: Field; symbol: string }[] {
  if (isJourney(flow))
    return Object.values(flow.events).flatMap(({ leg }) =>
      leg ? leadingOn(pack, flowOf(pack, leg.flow)) : [],
    )
  return edgesOf(flow).flatMap(({ source, event, meta }) => {
    const { fill = {}, goTo } = flow.events[event] ?? {}
    const screen = pack.screens[(goTo && pack.addresses[goTo]) || stateMetaOf(flow, source).screen]
    if (meta.refused) return []
    return Object.entries(fill).flatMap(([label, symbol]) => {
      const field = screen?.fields?.find((field) => field.label === label)
      return field && !notNoted.includes(field.holds) ? [{ field, symbol }] : []
    })
  })
}

/** What a person who walks a flow has to know: the label of each field → the value that leads on. */
export async function notesOf(
  pack: Pack,
  flow: Flow,
  values: Values,
  known: Known,
): Promise<Record<string, string>> {
  const notes: Record<string, string> = {}
  for (const { field, symbol } of leadingOn(pack, flow)) {
    if (field.label in notes) continue
    const value = await makeValue(values, field, symbol, known).catch((error: unknown) => {
      if (error instanceof UnknownSymbol) return ''
      throw error
    })
    if (value !== '') notes[field.label] = value
  }
  return notes
}
