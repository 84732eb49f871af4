import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Exchange } from '../../tenant/exchange.ts'
import { clauseOf } from '../../wire/clauses.ts'
import type { Message } from '../../wire/message.ts'
import { tokensOf } from '../../wire/read-exchange.ts'
import { CeremonyView } from './CeremonyView.tsx'
import { CodeView } from './CodeView.tsx'
import { Cookies } from './Cookies.tsx'
import { CopyCurl } from './CopyCurl.tsx'
import { FormView } from './FormView.tsx'
import { MailView } from './MailView.tsx'
import { Parameters } from './Parameters.tsx'
import { partyNames } from './party-names.ts'
import { RawPart } from './RawPart.tsx'
import { TokenView } from './TokenView.tsx'

interface Props {
  message: Message
  /** Of the whole walk: what the message is compared with. */
  exchanges: readonly Exchange[]
  onClose: () => void
}

/** One message, explained. */
export function Detail({ message, exchanges, onClose }: Props) {
  const { from, to, title, says, why, clauses, exchange, about, status } = message
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <article className="wire-detail-pane" aria-label={title} onKeyDown={onKeyDown}>
      <header>
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <p>
          {from === to ? '' : `${partyNames[from]} → ${partyNames[to]}`}
          {status === undefined ? '' : `, answered ${status}`}
          {exchange && exchange.ms > 0 ? ` after ${exchange.ms} ms` : ''}
        </p>
        {exchange ? <CopyCurl exchange={exchange} /> : null}
        <button type="button" className="wire-close" aria-label="Close the message" onClick={onClose}>
          ×
        </button>
      </header>
      <p>
        {says} {why}
      </p>
      {clauses.length > 0 ? (
        <ul className="wire-clauses" aria-label="Clauses of the standards">
          {clauses.map((key) => {
            const clause = clauseOf(key)
            return clause ? (
              <li key={key}>
                <a href={clause.href} target="_blank" rel="noreferrer">
                  {clause.title}
                </a>
              </li>
            ) : null
          })}
        </ul>
      ) : null}
      {about?.is === 'code' ? <CodeView {...about} /> : null}
      {about?.is === 'mail' ? <MailView {...about} /> : null}
      {about?.is === 'form' ? <FormView {...about} /> : null}
      {exchange ? (
        <>
          {tokensOf(exchange).map(({ name, token }) => (
            <TokenView key={token} {...{ name, token, exchange, exchanges }} />
          ))}
          <CeremonyView {...{ exchange, exchanges }} />
          <Parameters exchange={exchange} />
          <Cookies exchange={exchange} />
          <RawPart
            title="Request"
            first={`${exchange.request.method} ${exchange.request.url}`}
            part={exchange.request}
          />
          <RawPart title="Response" first={String(exchange.response.status)} part={exchange.response} />
        </>
      ) : null}
    </article>
  )
}
