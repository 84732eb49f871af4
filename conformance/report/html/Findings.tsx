import { byCause } from '../by-cause.ts'
import type { Verdict } from '../result.ts'
import { type Finding, findingsOf } from './findings-of.ts'
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
        {byCause(findings).map((group) => (
          <Group key={group[0]?.href} group={group} />
        ))}
      </ol>
    </section>
  )
}

/** A finding, and behind a fold the others that have no verdict for the same reason. */
function Group({ group: [first, ...others] }: { group: Finding[] }) {
  if (!first) return null
  return (
    <li data-verdict={first.verdict}>
      <Mark verdict={first.verdict} />
      <div>
        <Name of={first} />
        {first.reason ? <p>{first.reason}</p> : null}
        {first.blocks > 0 ? <p className="soft">Behind it {first.blocks} more could not be judged.</p> : null}
        {others.length > 0 ? (
          <details>
            <summary>The same is true of {others.length} more</summary>
            <ul>
              {others.map((one) => (
                <li key={one.href}>
                  <Name of={one} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </li>
  )
}

const Name = ({ of: { href, label, where, id } }: { of: Finding }) => (
  <>
    <a href={href}>{label}</a> <span className="soft">{where}</span> <code>{id}</code>
  </>
)
