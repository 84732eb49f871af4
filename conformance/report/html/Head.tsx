import { inNumbers, isNothingJudged, NOTHING_JUDGED, triedInWords } from '../in-words.ts'
import { provenanceInWords } from '../provenance.ts'
import type { View } from './view.ts'

const conclusions = {
  yes: { verdict: 'passed', says: 'conforms' },
  no: { verdict: 'failed', says: 'does not conform' },
  unknown: { verdict: 'inconclusive', says: 'cannot be judged yet' },
} as const

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** What was checked, when, at what cost, and what came of it. */
export function Head({ result }: View) {
  const { target, date, took, plan, summary } = result
  const { verdict, says } = conclusions[summary.conforms]
  return (
    <header className="head">
      <h1>
        {target.name} <em className={verdict}>{says}</em>
      </h1>
      <p className="address">
        <a href={target.url}>{target.url}</a>
      </p>
      {target.defect ? (
        <p className="defect">
          The defect <code>{target.defect}</code> was put into it on purpose.
        </p>
      ) : null}
      {result.stale.map(({ name, sentence }) => (
        <p className="defect" key={name}>
          {sentence}
        </p>
      ))}
      {isNothingJudged(result) ? <p className="defect">{NOTHING_JUDGED}</p> : null}
      <dl className="facts">
        <div>
          <dt>Date</dt>
          <dd>
            <time dateTime={date}>{dateFormat.format(new Date(date))} UTC</time>
          </dd>
        </div>
        <div>
          <dt>Took</dt>
          <dd>{inMinutes(took)}</dd>
        </div>
        <div>
          <dt>Plan</dt>
          <dd>
            {plan.paths} paths, {plan.steps} steps, cost {plan.cost}; no plan costs less than{' '}
            {plan.lowerBound}
          </dd>
        </div>
        <div>
          <dt>Made with</dt>
          <dd>{provenanceInWords(result.provenance)}</dd>
        </div>
        <div>
          <dt>Tried</dt>
          <dd>{triedInWords(summary)}</dd>
        </div>
        <div>
          <dt>Documented steps</dt>
          <dd>{inNumbers(summary.steps) || 'none'}</dd>
        </div>
        <div>
          <dt>Transitions</dt>
          <dd>{inNumbers(summary.transitions) || 'none'}</dd>
        </div>
        {result.checks.length > 0 ? (
          <div>
            <dt>Checks</dt>
            <dd>{inNumbers(summary.checks)}</dd>
          </div>
        ) : null}
      </dl>
    </header>
  )
}

function inMinutes(seconds: number) {
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
