import type { Verdict } from '../result.ts'
import { findingsOf } from './findings-of.ts'
import { Mark } from './Mark.tsx'
import type { View } from './view.ts'

interface Props {
  view: View
  id: string
  title: string
  /** The verdicts that are shown, the most serious first. */
  verdicts: Verdict[]
}

/** What came out so, each with the shortest way to it; nothing where there is none. */
export function Findings({ view, id, title, verdicts }: Props) {
  const findings = findingsOf(view.result, verdicts)
  if (findings.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol className="findings">
        {findings.map(({ href, verdict, label, where, id, reason, blocks }) => (
          <li key={href} data-verdict={verdict}>
            <Mark verdict={verdict} />
            <div>
              <a href={href}>{label}</a> <span className="soft">{where}</span> <code>{id}</code>
              {reason ? <p>{reason}</p> : null}
              {blocks > 0 ? <p className="soft">Behind it {blocks} more could not be judged.</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
