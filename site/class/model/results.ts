import type { Exercise } from './exercises.ts'
import type { ClassState, Person, Work } from './state.ts'

/** What one person has done at one exercise. */
export interface Result {
  person: string
  name: string
  exercise: string
  title: string
  done: boolean
  /** ISO 8601, in UTC; absent while it is not done. */
  doneAt?: string
  began: string
  /** From the beginning of the exercise until it was done, in seconds. */
  seconds?: number
  wrongTurns: number
  hints: number
  /** Events of the flow, in order. */
  path: readonly string[]
}

const iso = (ms: number) => new Date(ms).toISOString()

/** Every result of a class: of each exercise that was begun, and each person who was there. */
export const resultsOf = ({ people, exercises }: ClassState): Result[] =>
  exercises.flatMap((exercise) =>
    [...people.values()].flatMap((person) => {
      const work = person.work[exercise.id]
      return work ? [resultOf(person, exercise, work)] : []
    }),
  )

function resultOf({ id, name }: Person, exercise: Exercise, work: Work): Result {
  const { began, done, wrong, hints, path } = work
  return {
    ...{ person: id, name, exercise: exercise.id, title: exercise.title },
    ...{ done: done !== undefined, began: iso(began), wrongTurns: wrong, hints, path },
    ...(done !== undefined && { doneAt: iso(done), seconds: Math.round((done - began) / 1000) }),
  }
}

const columns = [
  ...['name', 'exercise', 'title', 'done', 'began', 'doneAt', 'seconds', 'wrongTurns', 'hints', 'path'],
] as const

/** A cell as RFC 4180 section 2 has it; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.join(' > ') : value === undefined ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Without this mark, Excel takes names in UTF-8 for Latin 1. */
const UTF_8 = '\uFEFF'

export const resultsAsCsv = (results: readonly Result[]): string =>
  UTF_8 +
  [
    columns.join(','),
    ...results.map((result) => columns.map((column) => cell(result[column as keyof Result])).join(',')),
  ]
    .map((line) => `${line}\r\n`)
    .join('')
