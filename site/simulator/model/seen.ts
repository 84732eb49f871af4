import { stateMetaOf } from '../../../machines/model/edges.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { noteOf } from '../../../machines/model/sample.ts'
import type { Typed } from '../../../machines/model/values.ts'
import { stillShown } from './did.ts'
import { onlyFills } from './happened.ts'
import type { Remembered } from './remember.ts'
import { nowOf, type Stage } from './stage.ts'

/** What a screen shows at a moment, in addition to its labels. */
export interface Seen {
  message?: string | undefined
  tone: 'wrong' | 'note'
  /** What its fields hold. */
  filled: Typed
  /** Rows of its list: the name of each, and the other texts in it. */
  rows: { name: string; says: string }[]
  /** Single values: the term next to each → the value. */
  values: Readonly<Record<string, string>>
  /** The authenticator key was asked for as text. */
  isKeyAsked: boolean
}

/** The whole sentence for the part of a message that the model names. */
export const messageOf = ({ messages }: Pack, screen: string, part: string): string =>
  messages?.[screen]?.[part] ?? messages?.['*']?.[part] ?? part.charAt(0).toUpperCase() + part.slice(1)

export function seenAt(stage: Stage, remembered: Remembered): Seen {
  const { pack, flow } = stage
  const { screen, state, edge } = nowOf(stage)
  const { lists } = stateMetaOf(flow, state)
  const { shows, refused } = edge?.meta ?? {}
  const note = (name: string) => {
    const value = noteOf(pack, name)
    return remembered.instead.get(value) ?? value
  }
  return {
    message: shows === undefined ? undefined : messageOf(pack, screen, shows),
    tone: refused ? 'wrong' : 'note',
    filled: filledAt(stage, remembered),
    rows: lists ? [{ name: note(lists.note), says: lists.with }] : [],
    values: Object.fromEntries(notesAt(stage).map(([term, name]) => [term, note(name)])),
    isKeyAsked: shows !== undefined && !refused && edge?.source === edge?.target,
  }
}

/** The notes that a screen shows by a term: those it always does, and one that can be read after the last event alone. */
function notesAt({ pack, flow, ...stage }: Stage): [term: string, note: string][] {
  const { screen, state, edge } = nowOf({ flow, ...stage })
  const { hides } = stateMetaOf(flow, state)
  const kept = Object.entries(flow.events[edge?.event ?? '']?.keeps ?? {}).map(
    ([note, where]): [string, string] => ['term' in where ? where.term : where.column, note],
  )
  const always = Object.entries(pack.screens[screen]?.shows ?? {})
  return [...always, ...kept].filter(([, note]) => note !== hides)
}

/** What the fields of the screen hold: what was typed since it was shown. */
function filledAt({ pack, flow, happened, ...stage }: Stage, { each }: Remembered): Typed {
  const { screen } = nowOf({ flow, ...stage })
  const description = pack.screens[screen]
  if (!description) return {}
  const filled: Record<string, string>[] = []
  let isOpen = true
  for (let n = happened.length - 1; n >= 0; n--) {
    const one = happened[n]
    if (one?.flow !== flow || one.before.screen !== screen || one.after.screen !== screen) break
    isOpen &&= onlyFills(one.spec) || one.spec.wait !== undefined
    filled.unshift(stillShown(description, each.get(one.key) ?? {}, isOpen))
  }
  return Object.assign({}, ...filled)
}
