import { type Verdict, verdictNames } from '../result.ts'
import { count } from '../verdicts.ts'
import { Mark } from './Mark.tsx'
import type { View } from './view.ts'

/** A box for each verdict there is; the style sheet hides what is not ticked, so it works without any script. */
export function Filter({ result }: View) {
  const all: Verdict[] = [
    ...result.flows.flatMap(({ transitions }) => transitions.map(({ verdict }) => verdict)),
    ...result.checks.map(({ verdict }) => verdict),
  ]
  const counts = count(all)
  return (
    <fieldset className="filter">
      <legend>Show</legend>
      {verdictNames
        .filter((verdict) => counts[verdict])
        .map((verdict) => (
          <label key={verdict}>
            <input type="checkbox" id={`show-${verdict}`} defaultChecked />
            <Mark verdict={verdict} word />
            <span className="soft">{counts[verdict]}</span>
          </label>
        ))}
    </fieldset>
  )
}
