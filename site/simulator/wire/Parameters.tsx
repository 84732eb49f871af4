import type { Exchange } from '../../tenant/exchange.ts'
import { kindOf } from '../../wire/kind-of.ts'
import { meaningOf } from '../../wire/parameters.ts'
import { parametersOf } from '../../wire/read-exchange.ts'
import { useMask } from './shown.ts'

/** Named values of a request and its answer, each with what it means. */
export function Parameters({ exchange }: { exchange: Exchange }) {
  const mask = useMask()
  const all = parametersOf(exchange)
  if (all.length === 0) return null
  const kind = kindOf(exchange)
  return (
    <section aria-label="Parameters">
      <h4>Parameters</h4>
      <dl className="wire-facts">
        {all.map(({ name, value, where }) => (
          <div key={`${where} ${name}`}>
            <dt>
              <code>{name}</code>
              <span>{where}</span>
            </dt>
            <dd>
              <code className="wire-value">{mask(value)}</code>
              <span>{meaningOf(name, kind).means}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
