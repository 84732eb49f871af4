import type { BenchProps } from './bench.ts'
import { beginning } from './walk/address.ts'
import { outlookAt } from './walk/outlook.ts'

/** What a moment means for the rest of the walk: the goal with what comes next, or what to try where nothing leads on. */
export function Outlook({ flow, moments, at, place, go, back, next }: BenchProps) {
  const outlook = outlookAt(flow, place.given, moments, at)
  if (!outlook) return null
  if (outlook.is === 'stuck') {
    const { given } = outlook
    return (
      <p className="outlook">
        The documented way ends here. Try{' '}
        {at > 0 ? (
          <button type="button" className="in-text" onClick={back}>
            one moment back
          </button>
        ) : (
          'another way'
        )}
        {given ? (
          <>
            {' '}
            or{' '}
            <button
              type="button"
              className="in-text"
              onClick={() => go(({ mode }) => ({ ...beginning(flow), mode, given }))}
            >
              begin with “{flow.givens[given]}”
            </button>
          </>
        ) : null}
        .
      </p>
    )
  }
  return (
    <p className="outlook">
      {outlook.is === 'over' ? (
        'This procedure is complete.'
      ) : (
        <>
          <strong>{outlook.isIn ? 'You’re in.' : 'Done.'}</strong> You reached the goal of “{flow.title}”.
        </>
      )}{' '}
      {next ? (
        <>
          Next in the documentation: {next.href ? <a href={next.href}>{next.title}</a> : `“${next.title}”`}.
        </>
      ) : next === null ? (
        'This is the last procedure of the documentation.'
      ) : null}
    </p>
  )
}
