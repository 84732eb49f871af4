import { misbehaviours } from '../misbehaviours/index.ts'
import { moduleOf } from '../misbehaviours/types.ts'

/** What each client said to each misbehaviour: id, then the client's name. */
export type Results = Record<string, Record<string, string>>

const start = '<!-- the table of clients and misbehaviours: written by clients/write-table.ts -->'
const end = '<!-- end of the table -->'

const sign = (said: string, expect: 'accept' | 'reject') => {
  if (said === '–' || said === '') return '–'
  const accepted = said === 'accepted'
  return accepted === (expect === 'accept')
    ? accepted
      ? 'accepts'
      : 'refuses'
    : accepted
      ? '**accepts**'
      : '**refuses**'
}

/** The table as Markdown. Bold is what a good client would not do. */
export function renderTable(results: Results, names: readonly string[]): string {
  const head = ['misbehaviour', 'what it breaks', 'clause', 'a good client', ...names]
  const rows = misbehaviours.map((misbehaviour) => [
    moduleOf(misbehaviour) ? `\`${misbehaviour.id}\`` : `\`${misbehaviour.id}\` ⁺`,
    misbehaviour.breaks,
    misbehaviour.clause,
    `${misbehaviour.expect}s`,
    ...names.map((name) => sign(results[misbehaviour.id]?.[name] ?? '', misbehaviour.expect)),
  ])
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** The README with its table replaced. */
export function withTable(readme: string, table: string): string {
  const [before = '', rest = ''] = readme.split(start)
  const [, after = ''] = rest.split(end)
  return `${before}${start}\n${table}\n${end}${after}`
}
