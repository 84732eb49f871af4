import type { CheckVerdict, Exchange, TransitionResult } from '../result.ts'
import { inTime, shortAddress, type View } from './view.ts'

/** What speaks for a verdict: expected and observed side by side, the picture, the wire, and what else was noted. */
export function Evidence({ view, of }: { view: View; of: TransitionResult | CheckVerdict }) {
  const { verdict, expected, observed, url, screenshot, wire = [], notes = [] } = of
  const picture = screenshot && view.pictures.get(screenshot)
  return (
    <>
      {expected.length + observed.length > 0 ? (
        <div className="compare">
          <Seen title="Expected" what={expected} />
          <Seen title="Observed" what={observed} but={verdict === 'passed' ? observed : expected} />
        </div>
      ) : null}
      {screenshot ? (
        <figure>
          {picture ? (
            <img src={picture} alt="What the browser showed" />
          ) : (
            <p className="soft">The picture is not there any more.</p>
          )}
          {url ? <figcaption>{shortAddress(view, url)}</figcaption> : null}
        </figure>
      ) : null}
      {wire.length > 0 ? (
        <div>
          <p className="part">The wire</p>
          <ol className="wire">
            {Object.entries(wire).map(([n, exchange]) => (
              <Line key={n} view={view} exchange={exchange} />
            ))}
          </ol>
        </div>
      ) : null}
      {notes.length > 0 ? (
        <div>
          <p className="part">Notes</p>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

/** Facts. Those without a counterpart in `but` are emphasised, because what is seen is usually longer than what is expected. */
function Seen({ title, what, but = what }: { title: string; what: string[]; but?: string[] }) {
  return (
    <div>
      <p className="part">{title}</p>
      {what.length === 0 ? <p className="soft">Nothing is said.</p> : null}
      <ul>
        {what.map((fact) => (
          <li key={fact} className={but.some((one) => fact.startsWith(one)) ? undefined : 'differs'}>
            {fact}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Line({ view, exchange }: { view: View; exchange: Exchange }) {
  const { method, url, status, failure, took, fields } = exchange
  const kind = status === undefined || status >= 400 ? 'bad' : status >= 300 ? 'on' : 'good'
  return (
    <li>
      <span className="method">{method}</span>
      <span className="where">
        {shortAddress(view, url)}
        {fields ? <small>with {fields.join(', ')}</small> : null}
        {failure ? <small>{failure}</small> : null}
      </span>
      <span className={`status ${kind}`}>{status ?? 'none'}</span>
      <span className="ms">{took === undefined ? '' : inTime(took)}</span>
    </li>
  )
}
