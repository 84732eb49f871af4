import { demandOf } from '../in-words.ts'
import { Again } from './Again.tsx'
import { Evidence } from './Evidence.tsx'
import { Mark } from './Mark.tsx'
import { inTime, type View } from './view.ts'

/** The checks beside the walk, each with its clause. */
export function Checks({ view }: { view: View }) {
  const { checks } = view.result
  if (checks.length === 0) return null
  return (
    <section className="flow" aria-labelledby="checks">
      <h2 id="checks">Checks</h2>
      <div className="list">
        {checks.map((check) => {
          const { id, title, verdict, reason, took, repeat } = check
          return (
            <details className="finding" key={id} id={id} data-verdict={verdict} open={verdict === 'failed'}>
              <summary>
                <Mark verdict={verdict} />
                <span className="label">{title}</span>
                <code>{id}</code>
                <span className="took">{took === undefined ? verdict : inTime(took)}</span>
              </summary>
              <div className="body">
                {reason ? <p className="reason">{reason}</p> : null}
                <dl>
                  <div>
                    <dt>Demanded by</dt>
                    <dd>{demandOf(check)}</dd>
                  </div>
                </dl>
                <Evidence view={view} of={check} />
                <Again view={view} label={title} repeat={repeat} />
              </div>
            </details>
          )
        })}
      </div>
    </section>
  )
}
