import type { Exchange } from '../../tenant/exchange.ts'
import { cookiesSent, cookiesSet } from '../../wire/read-exchange.ts'
import { useMask } from './shown.ts'

const attributeMeans: Readonly<Record<string, string>> = {
  httponly: 'no script can read it',
  secure: 'only with TLS',
  'samesite=lax': 'other sites can send it with links only',
  'samesite=strict': 'other sites never send it',
  'samesite=none': 'other sites can send it',
}

const inWords = (attributes: readonly string[]) =>
  attributes.map((one) => attributeMeans[one.toLowerCase()] ?? one).join(', ')

/** Cookies that were sent, set and removed. */
export function Cookies({ exchange }: { exchange: Exchange }) {
  const mask = useMask()
  const sent = cookiesSent(exchange)
  const set = cookiesSet(exchange)
  if (sent.length + set.length === 0) return null
  return (
    <section aria-label="Cookies">
      <h4>Cookies</h4>
      <dl className="wire-facts">
        {set.map(({ name, value, attributes, isRemoved }) => (
          <div key={`set ${name}`}>
            <dt>
              <code>{name}</code>
              <span>{isRemoved ? 'removed' : 'set'}</span>
            </dt>
            <dd>
              {isRemoved ? null : <code className="wire-value">{mask(value)}</code>}
              <span>{inWords(attributes)}</span>
            </dd>
          </div>
        ))}
        {sent.map(([name, value]) => (
          <div key={`sent ${name}`}>
            <dt>
              <code>{name}</code>
              <span>sent</span>
            </dt>
            <dd>
              <code className="wire-value">{mask(value)}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
