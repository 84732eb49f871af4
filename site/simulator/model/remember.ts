import type { Pack } from '../../../machines/model/pack.ts'
import {
  type Known,
  makeValue,
  type Typed,
  UnknownSymbol,
  type Values,
} from '../../../machines/model/values.ts'
import { fillsOf } from './fields.ts'
import type { Happened } from './happened.ts'

/** What is known about a person, but for the password that is chosen on the way. */
export interface Person {
  pack: Pack
  values: Values
  /** @param as who it is, where that is not the holder of the account */
  knowing: (chosen: string, as?: string) => Known
}

/** What was typed along a walk. */
export interface Remembered {
  /** Key of an event that has happened → what was typed at it. */
  each: ReadonlyMap<string, Typed>
  /** What was typed last into each field of that label. */
  last: Typed
  /** The new password that was typed last; empty before. */
  chosen: string
  /** A value that the sample has → what was typed in its place. */
  instead: ReadonlyMap<string, string>
  /** Why something could not be typed, in a sentence. */
  problem?: string | undefined
}

export const nothingTyped: Remembered = { each: new Map(), last: {}, chosen: '', instead: new Map() }

/**
 * What was typed at each event that has happened: by hand, or the values of the event’s symbols where it was done for the
 * person.
 * @param recorded key of an event → what was typed at it by hand
 */
export async function remember(
  { pack, values, knowing }: Person,
  happened: readonly Happened[],
  recorded: ReadonlyMap<string, Typed>,
): Promise<Remembered> {
  const each = new Map<string, Typed>()
  const instead = new Map<string, string>()
  let chosen = ''
  let problem: string | undefined
  const make = (field: Parameters<typeof makeValue>[1], symbol: string, as: string | undefined) =>
    makeValue(values, field, symbol, knowing(chosen, as)).catch((error: unknown) => {
      if (!(error instanceof UnknownSymbol)) throw error
      problem = error.message
      return ''
    })
  for (const { spec, before, as, key } of happened) {
    const typed: Record<string, string> = {}
    for (const { field, symbol } of fillsOf(pack, before, spec)) {
      const byHand = recorded.get(key)?.[field.label]
      const made = await make(field, symbol, as)
      typed[field.label] = byHand ?? made
      if (byHand !== undefined && byHand !== made && made !== '') instead.set(made, byHand)
      if (field.holds === 'new-password') chosen = typed[field.label] ?? ''
    }
    each.set(key, typed)
  }
  return { each, last: Object.assign({}, ...each.values()), chosen, instead, problem }
}
