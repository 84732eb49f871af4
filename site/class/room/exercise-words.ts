import type { Exercise, Grade } from '../model/exercises.ts'

/** One thing to do, or not to do. */
export interface Goal {
  text: string
  done: boolean
  broke: boolean
}

/** What an exercise asks for, each with a tick once the model has seen it. */
export function goalsOf({ goal, see, mostWrong, title }: Exercise, grade: Grade | undefined): Goal[] {
  const broke = grade?.broke === true
  return [
    ...see.map((event, n) => ({
      text: see.length === 1 ? (title.split(', and ')[0] ?? event) : event,
      done: grade?.seen[n] === true,
      broke: false,
    })),
    ...(goal ? [{ text: 'Reach the goal of the flow', done: grade?.done === true, broke: false }] : []),
    ...(mostWrong === undefined
      ? []
      : [
          {
            text: mostWrong === 0 ? 'No wrong turn' : `At most ${mostWrong} wrong turns`,
            done: grade?.done === true,
            broke,
          },
        ]),
  ]
}

/** Said at 5 minutes, at 1 minute, at 10 seconds and at the end, instead of every second. */
export function announcementAt(leftMs: number): string {
  const left = Math.ceil(leftMs / 1000)
  if (left <= 0) return 'Time is up.'
  if (left <= 10) return '10 seconds left.'
  if (left <= 60) return '1 minute left.'
  return left <= 300 ? '5 minutes left.' : ''
}
