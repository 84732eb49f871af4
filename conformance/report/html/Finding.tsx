import type { ReactNode } from 'react'
import type { CheckVerdict, TransitionResult } from '../result.ts'
import { Again } from './Again.tsx'
import { Evidence } from './Evidence.tsx'
import { Mark } from './Mark.tsx'
import { inTime, type View } from './view.ts'

interface Props {
  view: View
  of: TransitionResult | CheckVerdict
  /** Where links lead that point at it. */
  anchor: string
  label: string
  /** Further facts: term → description. */
  children: ReactNode
}

/** A line that opens into what speaks for a verdict. Findings against the target or its set-up are open at first. */
export function Finding({ view, of, anchor, label, children }: Props) {
  const { id, verdict, reason, stack, took, repeat } = of
  const open = verdict === 'failed' || verdict === 'config-error' || verdict === 'harness-error'
  return (
    <details className="finding" id={anchor} data-verdict={verdict} open={open}>
      <summary>
        <Mark verdict={verdict} />
        <span className="label">{label}</span>
        <code>{id}</code>
        <span className="took">{took === undefined ? verdict : inTime(took)}</span>
      </summary>
      <div className="body">
        {reason ? <p className="reason">{reason}</p> : null}
        <dl>{children}</dl>
        {stack ? (
          <pre>
            <code>{stack}</code>
          </pre>
        ) : null}
        <Evidence view={view} of={of} />
        <Again view={view} label={label} repeat={repeat} replay={'replay' in of ? of.replay : undefined} />
      </div>
    </details>
  )
}
