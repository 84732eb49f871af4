import { useMemo } from 'react'
import { clockWords, useNow } from '../client/use-now.ts'
import type { PersonView } from '../model/views.ts'
import { announcementAt, goalsOf } from './exercise-words.ts'

interface Props {
  view: PersonView
  act: (body: object) => Promise<void>
  /** Whether it waits while the trainer leads: then only its title and its time are shown. */
  waits: boolean
}

/** The exercise that runs: what to do, ticks that appear by themselves, the time and the hints that are left. */
export function ExerciseCard({ view: { exercise, me, now: serverNow, ...view }, act, waits }: Props) {
  const ahead = useMemo(() => serverNow - Date.now(), [serverNow])
  const now = useNow(ahead)
  if (!exercise) return null
  const { is, deadline } = exercise
  const left = deadline === undefined ? undefined : deadline - now
  const isDone = me.work?.done !== undefined
  const grade = me.work?.grade
  const hints = is.hints - (me.work?.hints ?? 0)
  return (
    <section className="exercise" data-done={isDone} aria-label="The exercise">
      <div className="exercise-head">
        <h2>
          {isDone ? '✓ ' : ''}
          {is.title}
        </h2>
        {left !== undefined && !isDone ? (
          <p className="exercise-clock" data-soon={left < 60_000}>
            {left > 0 ? clockWords(left) : 'Time is up'}
          </p>
        ) : null}
      </div>
      {waits ? null : (
        <>
          <ul className="goals">
            {goalsOf(is, grade).map(({ text, done, broke }) => (
              <li key={text} data-done={done} data-broke={broke}>
                <span className="tick" aria-hidden="true">
                  {broke ? '✗' : done ? '✓' : ''}
                </span>
                {text}
                <span className="visually-hidden">
                  {broke ? ' (broken)' : done ? ' (done)' : ' (not done yet)'}
                </span>
              </li>
            ))}
          </ul>
          {grade?.broke && !isDone ? (
            <p className="message wrong">
              Something happened that this exercise does not allow. Go back to the beginning to try again.
            </p>
          ) : null}
          {isDone ? (
            <p className="message done" role="status">
              Done. {view.exercises.filter(({ done }) => done).length} of {view.exercises.length} exercises so
              far.
            </p>
          ) : is.hints > 0 ? (
            <button
              type="button"
              className="button secondary"
              disabled={hints <= 0}
              onClick={() => act({ act: 'ask-hint' })}
            >
              Hint ({Math.max(0, hints)} left)
            </button>
          ) : null}
        </>
      )}
      <p className="visually-hidden" role="status">
        {left === undefined || isDone ? '' : announcementAt(left)}
      </p>
    </section>
  )
}
