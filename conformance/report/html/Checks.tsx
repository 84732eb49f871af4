import { demandOf } from '../in-words.ts'
import { Finding } from './Finding.tsx'
import type { View } from './view.ts'

/** The checks, each with its clause. */
export function Checks({ view }: { view: View }) {
  const { checks } = view.result
  if (checks.length === 0) return null
  return (
    <section className="flow" aria-labelledby="checks">
      <h2 id="checks">Checks</h2>
      <div className="list">
        {checks.map((check) => (
          <Finding key={check.id} view={view} of={check} anchor={check.id} label={check.title}>
            <div>
              <dt>Demanded by</dt>
              <dd>{demandOf(check)}</dd>
            </div>
          </Finding>
        ))}
      </div>
    </section>
  )
}
