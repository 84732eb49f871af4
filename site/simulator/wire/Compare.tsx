import { useCallback, useMemo, useState } from 'react'
import { choicesAt, type Moment } from '../../../machines/model/walk.ts'
import { ModelWire } from './model-messages.ts'
import { alignedRows, type Fork, forkOf, inShort, type Side, sideOf } from './two-walks.ts'
import { useLoaded } from './use-loaded.ts'

export type CompareProps = Fork

/** Two walks next to each other that part at the last choice: what differs on the screen and on the wire. */
export function Compare({ moments: walked, ...walk }: CompareProps) {
  const { flow } = walk
  const { moments, taken } = useMemo(() => forkOf(flow, walked), [flow, walked])
  const last = moments.at(-1)
  const events = useMemo(
    () => (last ? [...new Set(choicesAt(flow, last).map(({ event }) => event))] : []),
    [flow, last],
  )
  const [chosen, setChosen] = useState<{ at: Moment | undefined; a?: string; b?: string }>({ at: last })
  const now = chosen.at === last ? chosen : { at: last }
  const a = now.a ?? taken ?? events[0] ?? ''
  const b = now.b ?? events.find((event) => event !== a) ?? ''
  if (events.length < 2)
    return (
      <p className="wire-says">
        Only one thing can happen at this moment. Walk on: where there is a choice, you can compare both ways
        here.
      </p>
    )
  return (
    <div className="wire-compare">
      <p className="wire-says">
        Two ways from the last choice, according to the model. Differences are marked.
      </p>
      <div className="wire-choose">
        <Choose name="One way" value={a} onChoose={(a) => setChosen({ ...now, a })} {...{ events, flow }} />
        <Choose
          name="The other way"
          value={b}
          onChoose={(b) => setChosen({ ...now, b })}
          {...{ events, flow }}
        />
      </div>
      <Sides key={`${a} ${b}`} fork={{ ...walk, moments }} a={a} b={b} />
    </div>
  )
}

interface ChooseProps {
  name: string
  value: string
  events: readonly string[]
  flow: Fork['flow']
  onChoose: (event: string) => void
}

const Choose = ({ name, value, events, flow, onChoose }: ChooseProps) => (
  <label>
    <span className="visually-hidden">{name}</span>
    <select value={value} onChange={({ target }) => onChoose(target.value)}>
      {events.map((event) => (
        <option key={event} value={event}>
          {flow.events[event]?.label}
        </option>
      ))}
    </select>
  </label>
)

function Sides({ fork, a, b }: { fork: Fork; a: string; b: string }) {
  const [begun] = useState(Date.now)
  const { pack, flow, given, moments, mails } = fork
  const load = useCallback(() => {
    const of = { pack, flow, given, moments, mails }
    return Promise.all([a, b].map((event) => sideOf(of, event, new ModelWire(begun))))
  }, [pack, flow, given, moments, mails, a, b, begun])
  const [left, right] = useLoaded(load) ?? []
  if (!left || !right) return null
  return (
    <table className="wire-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">What</span>
          </th>
          <th scope="col">{left.label}</th>
          <th scope="col">{right.label}</th>
        </tr>
      </thead>
      <tbody>
        {onScreen.map(([title, of]) => (
          <tr key={title} data-differs={of(left) !== of(right)}>
            <th scope="row">{title}</th>
            <td>{of(left)}</td>
            <td>{of(right)}</td>
          </tr>
        ))}
        {alignedRows(left.messages, right.messages).map(({ title, sides, isSame }) => (
          <tr key={sides.map((side) => side?.id).join()} data-differs={!isSame}>
            <th scope="row">{title}</th>
            {sides.map((side, m) => (
              <td key={m === 0 ? left.event : right.event}>{side ? inShort(side) : '—'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const onScreen: [string, (side: Side) => string][] = [
  ['Screen', ({ heading }) => heading],
  ['Message', ({ message = '—' }) => message],
  ['Signed in', ({ signedIn }) => (signedIn ? 'yes' : 'no')],
]
