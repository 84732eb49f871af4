import type { Flow } from '../../../machines/model/flow.ts'
import { stepTexts } from '../../simulator/walk/stages.ts'

interface Props {
  flow: Flow
  /** Numbers of steps; 0 where none is due. */
  current: number
  done: readonly number[]
  /** The goal is reached, by whatever way. */
  isOver: boolean | undefined
}

/** The documented steps, with those that are done and the one that comes next. */
export function StepList({ flow, current, done, isOver }: Props) {
  const steps = Object.entries(stepTexts(flow))
  const at = steps.findIndex(([number]) => Number(number) === current)
  if (steps.length === 0) return null
  return (
    <nav className="class-steps" aria-label="The steps">
      <h2>
        {flow.title}
        <small aria-hidden="true">
          {at < 0 ? `${done.length} of ${steps.length} done` : `${at + 1} of ${steps.length}`}
        </small>
      </h2>
      {at < 0 && !isOver && done.length < steps.length ? (
        <p className="soft">Off the documented steps.</p>
      ) : null}
      <ol>
        {steps.map(([number, text]) => {
          const isCurrent = Number(number) === current
          const isDone = done.includes(Number(number)) && !isCurrent
          return (
            <li key={number} data-done={isDone} aria-current={isCurrent ? 'step' : undefined}>
              <span className="step-mark" aria-hidden="true">
                {isDone ? '✓' : number}
              </span>
              <span>
                {text}
                {isDone ? <span className="visually-hidden"> (done)</span> : null}
              </span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
