import type { Flow } from '../../../machines/model/flow.ts'
import { stepTexts } from '../../simulator/walk/stages.ts'
import type { Seen } from './sight.ts'

interface Props {
  flow: Flow
  seen: readonly Seen[]
  onChoose?: (id: string) => void
  /** Not more than that many people as dots in a column; the others as a number. */
  most?: number
}

interface Column {
  key: string
  head: string
  text: string
  people: Seen[]
}

/** A column for each documented step and the goal. Those who are in another flow have one of their own. */
export function columnsOf(flow: Flow, seen: readonly Seen[]): Column[] {
  const here = seen.filter(({ mood }) => mood !== 'gone')
  const inFlow = here.filter(({ row }) => row.flow === flow.id)
  const steps = Object.entries(stepTexts(flow)).map(([number, text]) => ({
    key: number,
    head: number,
    text,
    people: inFlow.filter(({ row }) => !row.goal && row.step === Number(number)),
  }))
  const off = inFlow.filter(({ row }) => !row.goal && row.step === 0)
  const elsewhere = here.filter(({ row }) => row.flow !== flow.id)
  return [
    ...steps,
    ...(off.length > 0 || steps.length === 0
      ? [{ key: 'off', head: '·', text: 'Off the documented steps', people: off }]
      : []),
    { key: 'goal', head: '✓', text: 'At the goal', people: inFlow.filter(({ row }) => row.goal) },
    ...(elsewhere.length > 0
      ? [{ key: 'elsewhere', head: '…', text: 'In another flow', people: elsewhere }]
      : []),
  ]
}

/** The room at a glance: everyone is a dot at their step. */
export function StepHall({ flow, seen, onChoose, most = 60 }: Props) {
  return (
    <ol className="hall">
      {columnsOf(flow, seen).map(({ key, head, text, people }) => (
        <li key={key} data-key={key} data-empty={people.length === 0}>
          <p className="hall-count">
            {people.length}
            <span className="visually-hidden"> at this step</span>
          </p>
          <div className="hall-dots">
            {people
              .slice(0, most)
              .map(({ row, mood }) =>
                onChoose ? (
                  <button
                    key={row.id}
                    type="button"
                    className="dot"
                    tabIndex={-1}
                    data-mood={mood}
                    data-hand={row.hand !== undefined}
                    title={row.name}
                    aria-label={row.name ?? ''}
                    onClick={() => onChoose(row.id)}
                  />
                ) : (
                  <i key={row.id} className="dot" data-mood={mood} data-hand={row.hand !== undefined} />
                ),
              )}
          </div>
          <p className="hall-step">
            <b>{head}</b>
            <span>{text}</span>
          </p>
        </li>
      ))}
    </ol>
  )
}
