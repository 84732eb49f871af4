import type { FlowResult, TransitionResult } from '../result.ts'
import { Again } from './Again.tsx'
import { Evidence } from './Evidence.tsx'
import { Mark } from './Mark.tsx'
import { idOf, inTime, linkTo, type View } from './view.ts'

/** One transition: a line that opens into what speaks for its verdict. What failed stands open. */
export function Transition({
  view,
  flow,
  transition,
}: {
  view: View
  flow: FlowResult
  transition: TransitionResult
}) {
  const { id, verdict, label, took, source, target, origin, reason, blockedBy, replay, repeat } = transition
  const behind = flow.transitions.filter((other) => other.blockedBy === id)
  const step = [...flow.steps, ...flow.sentences].find((step) => step.id === origin)
  return (
    <details className="finding" id={idOf(flow.id, id)} data-verdict={verdict} open={isOpen(transition)}>
      <summary>
        <Mark verdict={verdict} />
        <span className="label">{label}</span>
        <code>{id}</code>
        <span className="took">{took === undefined ? verdict : inTime(took)}</span>
      </summary>
      <div className="body">
        {reason ? <p className="reason">{reason}</p> : null}
        <dl>
          <div>
            <dt>Because</dt>
            <dd>{step ? `${step.id}: ${step.text}` : origin}</dd>
          </div>
          <div>
            <dt>From, to</dt>
            <dd>
              <code>{source}</code> → <code>{target}</code>
            </dd>
          </div>
          {blockedBy ? (
            <div>
              <dt>Blocked by</dt>
              <dd>
                <Others flow={flow} ids={[blockedBy]} />
              </dd>
            </div>
          ) : null}
          {behind.length > 0 ? (
            <div>
              <dt>Blocks</dt>
              <dd>
                <Others flow={flow} ids={behind.map(({ id }) => id)} />
              </dd>
            </div>
          ) : null}
        </dl>
        <Evidence view={view} of={transition} />
        <Again view={view} label={label} repeat={repeat} replay={replay} />
      </div>
    </details>
  )
}

function Others({ flow, ids }: { flow: FlowResult; ids: string[] }) {
  return (
    <ul className="chips">
      {ids.map((id) => (
        <li key={id}>
          <a href={linkTo(idOf(flow.id, id))}>{id}</a>
        </li>
      ))}
    </ul>
  )
}

const isOpen = ({ verdict }: TransitionResult) => verdict === 'failed' || verdict === 'config-error'
