import { useCallback } from 'react'
import type { Exchange } from '../../tenant/exchange.ts'
import { expectedFor } from '../../wire/expected.ts'
import { readToken } from '../../wire/token.ts'
import { Checked, Facts } from './Facts.tsx'
import { useMask } from './shown.ts'
import { useLoaded } from './use-loaded.ts'

interface Props {
  name: string
  token: string
  exchange: Exchange
  exchanges: readonly Exchange[]
}

const titles: Readonly<Record<string, string>> = {
  id_token: 'ID token',
  id_token_hint: 'Earlier ID token',
  access_token: 'Access token',
  logout_token: 'Logout token',
  Authorization: 'Access token',
}

/** A token, taken apart: each claim explained and checked, and the signature. Only an ID token is meant for the product. */
export function TokenView({ name, token, exchange, exchanges }: Props) {
  const mask = useMask()
  const read = useLoaded(
    useCallback(() => readToken(token, expectedFor(exchange, exchanges)), [token, exchange, exchanges]),
  )
  const title = titles[name] ?? name
  if (!read) return null
  if ('wrong' in read) return <p className="wire-wrong">{read.wrong}</p>
  const isForProduct = name === 'id_token' || name === 'logout_token'
  const claims = isForProduct ? read.claims : read.claims.map(({ check, ...claim }) => claim)
  return (
    <section className="wire-token" aria-label={title}>
      <h4>{title}</h4>
      <p>
        <Checked {...read.signature} />
      </p>
      {isForProduct ? null : (
        <p>This token is for the provider’s own services. The product only passes it on.</p>
      )}
      <Facts facts={claims} mask={mask} />
      <p>
        Header: <code>{JSON.stringify(read.header)}</code>
      </p>
    </section>
  )
}
