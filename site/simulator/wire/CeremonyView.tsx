import { useCallback } from 'react'
import type { Exchange } from '../../tenant/exchange.ts'
import { readCeremony } from '../../wire/ceremony.ts'
import { kindOf } from '../../wire/kind-of.ts'
import { Facts } from './Facts.tsx'
import { useMask } from './shown.ts'
import { useLoaded } from './use-loaded.ts'

interface Props {
  exchange: Exchange
  exchanges: readonly Exchange[]
}

const ceremonies = ['key-registration', 'key-assertion']

/** The answer of an authenticator, taken apart. */
export function CeremonyView({ exchange, exchanges }: Props) {
  return ceremonies.includes(kindOf(exchange)) ? <Answer {...{ exchange, exchanges }} /> : null
}

function Answer({ exchange, exchanges }: Props) {
  const mask = useMask()
  const read = useLoaded(
    useCallback(
      () => readCeremony(exchange, exchanges.slice(0, exchanges.indexOf(exchange))),
      [exchange, exchanges],
    ),
  )
  if (!read) return null
  if ('wrong' in read) return <p className="wire-wrong">{read.wrong}</p>
  return (
    <section aria-label="Response of the authenticator">
      <h4>Client data: what the browser says</h4>
      <Facts facts={read.clientData} mask={mask} />
      <h4>Authenticator data: what the key says</h4>
      <Facts facts={read.authenticator} mask={mask} />
      <h4>{read.is === 'registration' ? 'The new key' : 'What is signed'}</h4>
      <Facts facts={read.signed} mask={mask} />
    </section>
  )
}
