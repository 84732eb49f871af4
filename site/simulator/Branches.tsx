import type { Flow } from '../../machines/model/flow.ts'
import type { Moment } from '../../machines/model/walk.ts'
import { originInWords, splitChoices } from './walk/choices.ts'
import { whileItCan } from './while-it-can.ts'

interface Props {
  flow: Flow
  moments: Moment[]
  at: number
  perform: (event: string) => void
  busy?: boolean
  canDo?: ((event: string) => boolean) | undefined
}

/** What else could happen at this moment: wrong turns, and alternatives to the documented step. */
export function Branches({ flow, moments, at, perform, busy, canDo = () => true }: Props) {
  const { documented, others } = splitChoices(flow, moments, at)
  const edges = [...documented.slice(1), ...others].filter(({ event }) => canDo(event))
  if (edges.length === 0) return null
  return (
    <section className="branches" aria-label="What else could happen here">
      <h2>What else could happen here</h2>
      <ul>
        {edges.map((edge) => (
          <li key={edge.id}>
            <button
              type="button"
              data-press={edge.event}
              className={edge.meta.refused ? 'refused' : undefined}
              {...whileItCan(!busy, () => perform(edge.event))}
            >
              {flow.events[edge.event]?.label}
              <span className="why">{originInWords(flow, edge)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
