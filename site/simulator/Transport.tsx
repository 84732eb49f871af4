import type { Acting } from './Bench.tsx'
import { type BenchProps, turnTo } from './bench.ts'
import { splitChoices } from './walk/choices.ts'
import { countOf } from './walk/count-of.ts'
import { whileItCan } from './while-it-can.ts'

interface Props extends BenchProps {
  past?: boolean | undefined
  busy?: boolean | undefined
  perform: (event: string) => void
  acting?: Acting | undefined
  canDo?: ((event: string) => boolean) | undefined
  /** What is shown is not on the documented path. */
  isOff: boolean
}

/** Back and forward through time, and the next documented step done for the reader. Always there, at the same place. */
export function Transport(props: Props) {
  const { acting, canDo = () => true, perform, past = false, busy, isOff, ...bench } = props
  const { moments, at, go, back, place } = bench
  const { flow, ...now } = acting ?? bench
  const next = splitChoices(flow, now.moments, now.at).documented[0]
  const last = moments.length - 1
  const isWithin = place.within !== undefined
  const isNext = next !== undefined && !past && canDo(next.event)
  const doIt = () => {
    if (past) go(turnTo(last))
    else if (next) perform(next.event)
  }
  return (
    <div className="transport">
      <button
        type="button"
        aria-label="Back to the beginning"
        {...whileItCan(at > 0 || isWithin, () => go(turnTo(0)))}
      >
        <Icon path="M5 4v12M15 4 8 10l7 6z" />
      </button>
      <button type="button" aria-label="One moment back" {...whileItCan(at > 0 || isWithin, back)}>
        <Icon path="m13 4-7 6 7 6z" />
      </button>
      <output aria-live="off">{countOf(at, last)}</output>
      <button
        type="button"
        aria-label="One moment forward"
        {...whileItCan(at < last, () => go(turnTo(at + 1)))}
      >
        <Icon path="m7 4 7 6-7 6z" />
      </button>
      <button
        type="button"
        className="do-it"
        data-press="do-it"
        {...whileItCan((isNext || past) && !busy, doIt)}
      >
        <span className="do-it-lead">Do it for me</span>
        <span className="do-it-what">
          {past
            ? 'Go to the latest moment'
            : isNext
              ? flow.events[next.event]?.label
              : whyNot(isOff || next !== undefined, moments[at]?.goal)}
        </span>
      </button>
    </div>
  )
}

const whyNot = (isOff: boolean, isGoal = false) =>
  isOff ? 'You left the documented path' : isGoal ? 'The goal is reached' : 'The documented way ends here'

const Icon = ({ path }: { path: string }) => (
  <svg viewBox="0 0 20 20" aria-hidden="true">
    <path d={path} />
  </svg>
)
