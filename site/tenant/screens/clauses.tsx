import type { Holder } from '../clauses/read-clauses.ts'
import type { ScreenProps } from './props.ts'

const example: Holder[] = [
  {
    file: 'rules/is-link-spent.ts',
    says: 'ASVS 5.0 6.4.1 and 6.6.2: a mailed link works once, and only the newest one does.',
    clauses: ['ASVS 5.0 6.4.1', 'ASVS 5.0 6.6.2'],
    tests: ['actions/set-password.test.ts'],
  },
]

/** One row a clause; rules of the documentation come last. */
const rowsOf = (rules: Holder[]) =>
  rules
    .flatMap((rule) => (rule.clauses.length > 0 ? rule.clauses : ['']).map((clause) => ({ ...rule, clause })))
    .sort(
      (a, b) =>
        Number(a.clause === '') - Number(b.clause === '') ||
        a.clause.localeCompare(b.clause, 'en', { numeric: true }),
    )

/** Which clause is held by which file, and which tests prove it. */
export function Clauses({ rules = example }: ScreenProps) {
  return (
    <div className="app">
      <header className="bar">
        <p className="brand">Netwrix 1Secure</p>
      </header>
      <main className="work">
        <h1>Clauses</h1>
        <p>
          What this tenant holds, clause by clause: the file that decides, most of them rules, and the tests
          that prove it.
        </p>
        <div className="list">
          <table>
            <thead>
              <tr>
                <th scope="col">Clause</th>
                <th scope="col">File</th>
                <th scope="col">What it says</th>
                <th scope="col">Tests</th>
              </tr>
            </thead>
            <tbody>
              {rowsOf(rules).map(({ clause, file, says, tests }) => (
                <tr key={`${clause} ${file}`}>
                  <th scope="row">{clause || 'The documentation, or inferred'}</th>
                  <td data-label="File">
                    <code>{file}</code>
                  </td>
                  <td>{says}</td>
                  <td data-label="Tests">{tests.join(', ') || 'documentation'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </main>
    </div>
  )
}
