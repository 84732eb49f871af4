import { useMemo, useState } from 'react'
import { counted } from '../../simulator/counted.ts'
import { type Exercise, exercisesOfPack } from '../model/exercises.ts'
import type { TabProps } from './Trainer.tsx'

/** Exercises to start, with how far the room is; and the whole set of the pack to choose from. */
export function ExercisesTab({ pack, board: { room, rows }, act }: TabProps) {
  const [isChoosing, setIsChoosing] = useState(false)
  const people = [...rows.values()].filter(({ status }) => status === 'in')
  const doneBy = (id: string) => people.filter(({ work }) => work[id] === 'done').length
  return (
    <section className="exercises">
      <div className="exercises-head">
        <h2>Exercises</h2>
        <button type="button" className="button secondary" onClick={() => setIsChoosing(!isChoosing)}>
          {isChoosing ? 'Back to the exercises' : 'Choose exercises'}
        </button>
      </div>
      {isChoosing ? (
        <Choose all={exercisesOfPack(pack, room)} chosen={room.exercises} act={act} flows={pack.flows} />
      ) : room.exercises.length === 0 ? (
        <p className="nothing-yet">
          This class has no exercises yet. Choose some: the model grades each of them.
        </p>
      ) : (
        <ol className="exercise-list">
          {room.exercises.map((exercise) => {
            const isRunning = room.running?.exercise === exercise.id
            const done = doneBy(exercise.id)
            return (
              <li key={exercise.id} className="card" data-running={isRunning}>
                <div>
                  <h3>{exercise.title}</h3>
                  <p className="soft">{wordsOf(exercise)}</p>
                </div>
                <div className="exercise-meter">
                  <meter min={0} max={Math.max(1, people.length)} value={done} aria-label="Done" />
                  <span>
                    {done} of {people.length}
                  </span>
                </div>
                <button
                  type="button"
                  className={isRunning ? 'button secondary' : 'button'}
                  onClick={() =>
                    act(
                      isRunning ? { act: 'end-exercise' } : { act: 'start-exercise', exercise: exercise.id },
                    )
                  }
                >
                  {isRunning ? 'End' : 'Start'}
                </button>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

const wordsOf = ({ minutes, hints, mostWrong }: Exercise): string =>
  [
    minutes === undefined ? 'No time limit' : counted(minutes, 'minute'),
    hints === 0 ? 'no hints' : counted(hints, 'hint'),
    ...(mostWrong === undefined
      ? []
      : [mostWrong === 0 ? 'no wrong turn' : `at most ${counted(mostWrong, 'wrong turn')}`]),
  ].join(' · ')

interface ChooseProps {
  all: readonly Exercise[]
  chosen: readonly Exercise[]
  act: TabProps['act']
  flows: TabProps['pack']['flows']
}

function Choose({ all, chosen, act, flows }: ChooseProps) {
  const ids = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen])
  const change = (exercise: Exercise, on: boolean) =>
    act({
      act: 'set-exercises',
      exercises: on ? [...chosen, exercise] : chosen.filter(({ id }) => id !== exercise.id),
    })
  const setOf = (id: string, field: 'minutes' | 'hints', value: string) =>
    act({
      act: 'set-exercises',
      exercises: chosen.map((exercise) =>
        exercise.id === id ? withNumber(exercise, field, value) : exercise,
      ),
    })
  return (
    <div className="choose">
      {flows.map((flow) => (
        <fieldset key={flow.id}>
          <legend>{flow.title}</legend>
          {all
            .filter((exercise) => exercise.flow === flow.id)
            .map((exercise) => {
              const own = chosen.find(({ id }) => id === exercise.id)
              return (
                <div key={exercise.id} className="choose-row">
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={ids.has(exercise.id)}
                      onChange={({ target }) => change(exercise, target.checked)}
                    />
                    {exercise.title}
                  </label>
                  {own ? (
                    <span className="choose-numbers">
                      <NumberField
                        label="Minutes"
                        of={exercise.title}
                        value={own.minutes}
                        onSet={(value) => setOf(own.id, 'minutes', value)}
                      />
                      <NumberField
                        label="Hints"
                        of={exercise.title}
                        value={own.hints}
                        onSet={(value) => setOf(own.id, 'hints', value)}
                      />
                    </span>
                  ) : null}
                </div>
              )
            })}
        </fieldset>
      ))}
    </div>
  )
}

function withNumber(exercise: Exercise, field: 'minutes' | 'hints', value: string): Exercise {
  const number = Number(value)
  if (field === 'hints') return { ...exercise, hints: Math.min(100, Math.max(0, Math.round(number))) }
  const { minutes: _, ...rest } = exercise
  return number > 0 ? { ...rest, minutes: Math.min(480, number) } : rest
}

function NumberField({
  label,
  of,
  value,
  onSet,
}: {
  label: string
  /** Title of the exercise. */
  of: string
  value: number | undefined
  onSet: (value: string) => void
}) {
  return (
    <label className="number">
      <span>
        {label}
        <span className="visually-hidden"> for “{of}”</span>
      </span>
      <input
        type="number"
        min={0}
        max={480}
        defaultValue={value ?? ''}
        placeholder="none"
        onBlur={({ target }) => target.value !== String(value ?? '') && onSet(target.value)}
      />
    </label>
  )
}
