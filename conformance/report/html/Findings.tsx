import type { CheckVerdict, TransitionResult, Verdict } from '../result.ts'
import { Mark } from './Mark.tsx'
import { idOf, linkTo, type View } from './view.ts'

interface Finding {
  href: string
  verdict: Verdict
  label: string
  where: string
  id: string
  reason?: string | undefined
  /** How many transitions could not be judged because of it. */
  blocks?: number
}

/** Those that say something about the target or the set-up; what was merely not reached stands at the end. */
const tells = ({ verdict, ...one }: TransitionResult | CheckVerdict) =>
  told.includes(verdict) && !('notPlanned' in one && one.notPlanned)

/** The gravest first. */
const told: Verdict[] = ['failed', 'config-error', 'inconclusive', 'accepted']

/** What speaks against the target, the shortest way to it. */
export function Findings({ result }: View) {
  const ofFlows = result.flows.flatMap((flow) =>
    flow.transitions.filter(tells).map(({ id, verdict, label, reason }): Finding => {
      const blocks = flow.transitions.filter(({ blockedBy }) => blockedBy === id).length
      return { href: linkTo(idOf(flow.id, id)), verdict, label, where: flow.title, id, reason, blocks }
    }),
  )
  const ofChecks = result.checks.filter(tells).map(
    ({ id, title, verdict, level, reason }): Finding => ({
      href: linkTo(id),
      verdict,
      label: title,
      where: `a ${level}`,
      id,
      reason,
    }),
  )
  const findings = [...ofFlows, ...ofChecks].toSorted(
    (a, b) => told.indexOf(a.verdict) - told.indexOf(b.verdict),
  )
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">What speaks against it</h2>
      <ol className="findings">
        {findings.map(({ href, verdict, label, where, id, reason, blocks = 0 }) => (
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
