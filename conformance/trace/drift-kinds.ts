import type { Group } from './match-steps.ts'
import type { LockedStep, Spot } from './snapshot.ts'

/** How the documentation may differ from the lock; each difference is a separate message. */
export type DriftKind =
  | 'step-added'
  | 'step-removed'
  /** The number is another one; the order is the same. */
  | 'step-renumbered'
  /** The order within the procedure is another one. */
  | 'step-reordered'
  /** To another page or another procedure. */
  | 'step-moved'
  /** A bold label was added, removed or changed. */
  | 'step-relabelled'
  /** The prose was changed; the labels are the same. */
  | 'step-reworded'
  | 'link-changed'
  | 'image-changed'
  | 'procedure-retitled'
  | 'procedure-added'
  | 'procedure-missing'
  | 'page-added'
  | 'page-missing'
  /** The id of a page, or its file, is another one; what it says is the same. */
  | 'page-renamed'
  /** Text under a heading that belongs to no step: there stand the rules that have no number. */
  | 'text-added'
  | 'text-removed'
  | 'text-reworded'

export interface Drift {
  kind: DriftKind
  /** Id of the step in the model, where it is about one. */
  step: string | null
  /** Id of the page where it is, or was. */
  page: string
  /** Heading of the procedure or the section; empty for a page. */
  title: string
  /** Number of the step, where it is about one. */
  number: number | null
  /** Where to look; null for what is gone. */
  file: string | null
  /** 1-based. */
  line: number | null
  /** One sentence. */
  text: string
}

type Placed<T> = T & Partial<Spot>

const spotOf = ({ file, line }: Partial<Spot>) => ({ file: file ?? null, line: line ?? null })

export function ofStep(kind: DriftKind, step: Placed<LockedStep>, text: string): Drift {
  const { id, page, title, number } = step
  return { kind, step: id, page, title, number, ...spotOf(step), text }
}

export function ofGroup(kind: DriftKind, group: Group<Placed<LockedStep>>, text: string): Drift {
  const { page, title, steps } = group
  return { kind, step: null, page, title, number: null, ...spotOf(steps[0] ?? {}), text }
}

export function ofPlace(
  kind: DriftKind,
  place: { page: string; title: string } & Partial<Spot>,
  text: string,
): Drift {
  return { kind, step: null, page: place.page, title: place.title, number: null, ...spotOf(place), text }
}

export const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
