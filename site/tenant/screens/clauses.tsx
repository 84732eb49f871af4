import type { HeldRule } from '../clauses/read-clauses.ts'
import type { ScreenProps } from './props.ts'

const example: HeldRule[] = [
  {
    rule: 'is-link-spent',
    says: 'ASVS 5.0 6.4.1 and 6.6.2: a mailed link works once, and only the newest one does.',
    clauses: ['ASVS 5.0 6.4.1', 'ASVS 5.0 6.6.2'],
    tests: ['actions/set-password.test.ts'],
  },
]

/** One row a clause; rules of the documentation come last. */
const rowsOf = (rules: HeldRule[]) =>
  rules
    .flatMap((rule) => (rule.clauses.length > 0 ? rule.clauses : ['']).map((clause) => ({ ...rule, clause })))
    .sort(
      (a, b) =>
        Number(a.clause === '') - Number(b.clause === '') ||
        a.clause.localeCompare(b.clause, 'en', { numeric: true }),
    )

/** Which clause is held by which rule, and which tests prove it. */
export function Clauses({ rules = example }: ScreenProps) {
  return (
    <div className="app">
      <header className="bar">
        <p className="bar-name">Netwrix 1Secure</p>
      </header>
      <main className="work">
        <h1>Clauses</h1>
        <p>
          What this tenant holds, clause by clause: the rule that decides, in the folder <code>rules</code>,
          and the tests that prove it.
        </p>
        <div className="list">
          <table>
            <thead>
              <tr>
                <th scope="col">Clause</th>
                <th scope="col">Rule</th>
                <th scope="col">What it says</th>
                <th scope="col">Tests</th>
              </tr>
            </thead>
            <tbody>
              {rowsOf(rules).map(({ clause, rule, says, tests }) => (
                <tr key={`${clause} ${rule}`}>
                  <th scope="row">{clause || 'The documentation, or inferred'}</th>
                  <td data-label="Rule">
                    <code>{rule}.ts</code>
                  </td>
                  <td>{says}</td>
                  <td data-label="Tests">{tests.join(', ') || 'none of its own yet'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </main>
    </div>
  )
}
