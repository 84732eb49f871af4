import { type StepResult, type Verdict, verdictNames } from '../result.ts'
import { count } from '../verdicts.ts'
import { Mark } from './Mark.tsx'
import { linkTo, type View } from './view.ts'

interface Row {
  id: string
  title: string
  verdict?: Verdict
  steps?: string | 0
  verdicts: Verdict[]
}

/** How many documented steps are proven, of how many; empty where none has a number. */
const shareOf = (steps: StepResult[]) =>
  steps.length && `${steps.filter(({ verdict }) => verdict === 'passed').length}/${steps.length}`

/** How many transitions of each flow, and how many checks, have which verdict. */
export function Summary({ result }: View) {
  const rows: Row[] = result.flows.map(({ id, title, verdict, steps, transitions }) => ({
    id,
    title,
    verdict,
    steps: shareOf(steps),
    verdicts: transitions.map(({ verdict }) => verdict),
  }))
  if (result.checks.length > 0)
    rows.push({ id: 'checks', title: 'Checks', verdicts: result.checks.map(({ verdict }) => verdict) })
  const columns = verdictNames.filter((verdict) => rows.some(({ verdicts }) => verdicts.includes(verdict)))
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">Summary</h2>
      <table className="summary">
        <thead>
          <tr>
            <th scope="col">Flow</th>
            <th scope="col" className="number">
              Steps
            </th>
            {columns.map((verdict) => (
              <th key={verdict} scope="col" className="number">
                <Mark verdict={verdict} word />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, steps, verdicts }) => {
            const counts = count(verdicts)
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={linkTo(id)}>{title}</a>
                </th>
                <td className="number">{steps || ''}</td>
                {columns.map((verdict) => (
                  <td key={verdict} className={`number ${counts[verdict] ? verdict : 'none'}`}>
                    {counts[verdict] ?? 0}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
