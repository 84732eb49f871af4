import type { IrregularityKind } from './irregularities.ts'

export interface Position {
  /** Number of the step before, if a procedure is open. */
  last?: number
  /** Steps that the open procedure has. */
  count: number
  /** A heading is between the step before and this one. */
  heading: boolean
  /** A sentence in between announces steps. */
  announced: boolean
}

export interface StepPlace {
  /** Whether the step opens a new procedure. */
  opens: boolean
  kind?: IrregularityKind
  text?: string
}

const startsLate = (number: number): Omit<StepPlace, 'opens'> =>
  number === 1 ? {} : { kind: 'missing-number', text: `The procedure begins with step ${number}.` }

/** Where a numbered step belongs: on the end of the open procedure, or at the start of another. */
export function placeOf(number: number, { last, count, heading, announced }: Position): StepPlace {
  if (last === undefined) return { opens: true, ...startsLate(number) }
  if (number === last + 1 && !(heading && announced)) return { opens: false }
  if (heading) return { opens: true, ...startsLate(number) }
  if (number === 1 && announced) {
    return {
      opens: true,
      kind: 'several-procedures',
      text: 'A second procedure begins under the same heading.',
    }
  }
  if (number <= 1 && count > 1) {
    return {
      opens: true,
      kind: 'restarted-numbers',
      text: `The numbers start again with ${number} after step ${last}; read as another procedure.`,
    }
  }
  if (number === last) {
    return { opens: false, kind: 'duplicate-number', text: `Step ${number} is here a second time.` }
  }
  if (number < last) {
    return { opens: false, kind: 'number-out-of-order', text: `Step ${number} follows step ${last}.` }
  }
  const missing = number - last === 2 ? `Step ${last + 1} is` : `Steps ${last + 1} to ${number - 1} are`
  return { opens: false, kind: 'missing-number', text: `${missing} missing before step ${number}.` }
}
