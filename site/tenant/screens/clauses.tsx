import type { Holder } from '../clauses/list.ts'
import { Main } from './parts/main.tsx'
import type { ScreenProps } from './props.ts'

const example: Holder[] = [
  {
    file: 'rules/links.ts',
    rule: 'isLinkSpent',
    says: 'A mailed link works once, and only the newest one of an account works.',
    clauses: ['ASVS 5.0 6.4.1', 'ASVS 5.0 6.6.2'],
    tests: ['rules/links.test.ts'],
  },
]

const isOfStandard = (clause: string) => clause !== 'Inferred' && !clause.startsWith('Documentation ')

/** One row a clause; the documentation and what is inferred come last. */
const rowsOf = (holders: Holder[]) =>
  holders
    .flatMap((holder) => holder.clauses.map((clause) => ({ ...holder, clause })))
    .sort(
      (a, b) =>
        Number(isOfStandard(b.clause)) - Number(isOfStandard(a.clause)) ||
        a.clause.localeCompare(b.clause, 'en', { numeric: true }),
    )

/** Which part of the tenant holds which clause, and which tests prove it. */
export function Clauses({ rules = example }: ScreenProps) {
  return (
    <div className="app">
      <header className="bar">
        <p className="brand">Netwrix 1Secure</p>
      </header>
      <Main className="work">
        <h1>Clauses</h1>
        <p>
          What this tenant guarantees, clause by clause, with the rule or file that decides it and the tests
          that prove it.
        </p>
        <div className="list">
          <table>
            <thead>
              <tr>
                <th scope="col">Clause</th>
                <th scope="col">Rule or file</th>
                <th scope="col">What it says</th>
                <th scope="col">Tests</th>
              </tr>
            </thead>
            <tbody>
              {rowsOf(rules).map(({ clause, file, rule, says, tests }) => (
                <tr key={`${clause} ${says}`}>
                  <th scope="row">{clause}</th>
                  <td data-label="Rule or file">
                    {rule && (
                      <>
                        <code>{rule}</code> in{' '}
                      </>
                    )}
                    <code>{file}</code>
                  </td>
                  <td>{says}</td>
                  <td data-label="Tests">{tests.join(', ') || 'documentation'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Main>
    </div>
  )
}
