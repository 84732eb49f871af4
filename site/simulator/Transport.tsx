import type { Acting } from './Bench.tsx'
import type { BenchProps } from './bench.ts'
import { leadsOn, splitChoices } from './walk/choices.ts'

interface Props extends BenchProps {
  past?: boolean
  busy?: boolean
  perform: (event: string) => void
  acting?: Acting | undefined
  canDo?: ((event: string) => boolean) | undefined
}

/** Back and forward through time, and the next documented step done for the reader. */
export function Transport({ acting, canDo = () => true, perform, past, busy, ...bench }: Props) {
  const { moments, at, go } = bench
  const { flow, ...now } = acting ?? bench
  const next = splitChoices(flow, now.moments, now.at).documented[0]
  const isGoal = moments[at]?.goal === true
  const last = moments.length - 1
  const to = (at: number) => go((place) => ({ ...place, at }))
  return (
    <div className="transport">
      <button type="button" aria-label="Back to the beginning" disabled={at === 0} onClick={() => to(0)}>
        <Icon path="M5 4v12M15 4 8 10l7 6z" />
      </button>
      <button type="button" aria-label="One moment back" disabled={at === 0} onClick={() => to(at - 1)}>
        <Icon path="m13 4-7 6 7 6z" />
      </button>
      <output aria-live="off">
        {at} of {last}
      </output>
      <button type="button" aria-label="One moment forward" disabled={at >= last} onClick={() => to(at + 1)}>
        <Icon path="m7 4 7 6-7 6z" />
      </button>
      {next && !past && canDo(next.event) ? (
        <button
          type="button"
          className="do-it"
          data-press="do-it"
          disabled={busy}
          onClick={() => perform(next.event)}
        >
          <span className="do-it-lead">Do it for me</span>
          <span>{flow.events[next.event]?.label}</span>
        </button>
      ) : null}
      {isGoal ? <p className="arrived">This is the goal of the flow.</p> : null}
      {leadsOn(flow, now.moments, now.at) ? null : <p className="arrived">This is where the flow ends.</p>}
    </div>
  )
}

const Icon = ({ path }: { path: string }) => (
  <svg viewBox="0 0 20 20" aria-hidden="true">
    <path d={path} />
  </svg>
)
