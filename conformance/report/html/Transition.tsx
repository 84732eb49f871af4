import type { FlowResult, TransitionResult } from '../result.ts'
import { Finding } from './Finding.tsx'
import { idOf, linkTo, type View } from './view.ts'

/** One transition: why it is in the model, where it leads, and what it blocks. */
export function Transition({
  view,
  flow,
  transition,
}: {
  view: View
  flow: FlowResult
  transition: TransitionResult
}) {
  const { id, label, source, target, origin, model, blockedBy } = transition
  const behind = flow.transitions.filter((other) => other.blockedBy === id)
  const step = [...flow.steps, ...flow.sentences].find((step) => step.id === origin)
  return (
    <Finding view={view} of={transition} anchor={idOf(flow.id, id)} label={label}>
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
      {model ? (
        <div>
          <dt>Model</dt>
          <dd>
            <code>{model}</code>
          </dd>
        </div>
      ) : null}
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
    </Finding>
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
