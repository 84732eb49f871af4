import type { Message } from '../../wire/message.ts'
import { partyNames } from './party-names.ts'

interface Props {
  message: Message
  n: number
}

/** A message as one line of a list. */
export function Line({ message: { from, to, title, detail, status, exchange }, n }: Props) {
  return (
    <>
      <span className="wire-n">{n + 1}</span>
      <span className="wire-title">{title}</span>
      <span className="wire-who">{from === to ? '' : `${partyNames[from]} → ${partyNames[to]}`}</span>
      <span className="wire-detail">{detail}</span>
      <span className="wire-status">{status}</span>
      <span className="wire-ms">{exchange && exchange.ms > 0 ? `${exchange.ms} ms` : ''}</span>
    </>
  )
}
