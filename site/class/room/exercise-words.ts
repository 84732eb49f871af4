import { counted } from '../../simulator/counted.ts'
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
            text: mostWrong === 0 ? 'No wrong turn' : `At most ${counted(mostWrong, 'wrong turn')}`,
            done: grade?.done === true,
            broke,
          },
        ]),
  ]
}

const announcements = [
  [300, '5 minutes left.'],
  [60, '1 minute left.'],
  [10, '10 seconds left.'],
] as const

/** How late each of them is still true, in seconds: someone who comes back meanwhile hears it. */
const STILL = 5

/** Said at 5 minutes, at 1 minute, at 10 seconds and at the end, instead of every second. */
export function announcementAt(leftMs: number): string {
  const left = Math.ceil(leftMs / 1000)
  if (left <= 0) return 'Time is up.'
  return announcements.find(([at]) => left <= at && left > at - STILL)?.[1] ?? ''
}
