import { type Verdict, verdictNames } from '../result.ts'

/** Drawn, for not every typeface has such signs; 16 units wide. */
const strokes: Record<Verdict, string> = {
  passed: 'M3.5 8.5l3 3 6-7',
  accepted: 'M3 6.6c1.7-1.6 3.3-1.6 5 0s3.3 1.6 5 0M3 10.6c1.7-1.6 3.3-1.6 5 0s3.3 1.6 5 0',
  failed: 'M4.5 4.5l7 7m0-7l-7 7',
  blocked: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11M4.2 11.8l7.6-7.6',
  'not-testable': 'M4 8h8',
  inconclusive: 'M5.5 6a2.5 2.5 0 113.7 2.2C8.3 8.7 8 9 8 10m0 2.5v.3',
  'config-error': 'M8 3v6.5m0 3v.3',
  'harness-error': 'M5.5 3v6.5m0 3v.3M10.5 3v6.5m0 3v.3',
}

/** Every sign once; what shows one only names it. */
export function MarkSymbols() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="symbols">
      {verdictNames.map((verdict) => (
        <symbol key={verdict} id={`mark-${verdict}`} viewBox="0 0 16 16">
          <path
            d={strokes[verdict]}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </symbol>
      ))}
    </svg>
  )
}

/** The icon of a verdict, with its word for screen readers; with `word`, the word is visible too. */
export function Mark({ verdict, word = false }: { verdict: Verdict; word?: boolean }) {
  return (
    <span className={`mark ${verdict}`}>
      <svg width="16" height="16" aria-hidden="true">
        <use href={`#mark-${verdict}`} />
      </svg>
      <span className={word ? '' : 'visually-hidden'}>{verdict}</span>
    </span>
  )
}
