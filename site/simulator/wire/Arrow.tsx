import type { CSSProperties } from 'react'
import type { Message, Party } from '../../wire/message.ts'
import { partyNames } from './party-names.ts'

interface Props {
  message: Message
  n: number
  lanes: readonly Party[]
}

/** A message as an arrow from lane to lane; below it the answer, if there is one. */
export function Arrow({ message: { from, to, title, detail, status }, n, lanes }: Props) {
  const [begin, end] = [lanes.indexOf(from), lanes.indexOf(to)]
  if (begin === end) return <span className="wire-note">{title}</span>
  const [left, right] = begin < end ? [begin, end] : [end, begin]
  return (
    <span
      className="wire-arrow"
      data-to={begin < end ? 'right' : 'left'}
      style={{ gridColumn: `${left + 1} / ${right + 2}`, '--span': right - left + 1 } as CSSProperties}
    >
      <span className="visually-hidden">
        {n + 1}. {partyNames[from]} to {partyNames[to]}:{' '}
      </span>
      <span className="wire-title">{title}</span>
      {detail === undefined ? null : <span className="visually-hidden">, {detail}</span>}
      <span className="wire-go" />
      {status === undefined ? null : (
        <span className="wire-return">
          <span className="visually-hidden">, answered </span>
          <span className="wire-code">{status}</span>
        </span>
      )}
    </span>
  )
}
