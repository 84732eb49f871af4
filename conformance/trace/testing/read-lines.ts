import { findProcedures } from '../find-procedures.ts'
import { parsePage } from '../read-page.ts'

/** What the reader finds in a page of these lines: steps, titles, lines, labels, files and irregularities. */
export function read(lines: string[], file = 'page.md') {
  const { procedures, irregularities } = findProcedures(parsePage(file, lines.join('\n')))
  return {
    steps: procedures.flatMap(({ steps }) => steps.map(({ number, text }) => `${number} ${text}`)),
    titles: procedures.map(({ title }) => title),
    lines: procedures.flatMap(({ steps }) => steps.map(({ line }) => line)),
    labels: procedures.flatMap(({ steps }) => steps.flatMap(({ labels }) => labels)),
    files: procedures.flatMap(({ steps }) => steps.map(({ file }) => file)),
    odd: irregularities.map(({ kind }) => kind),
    said: irregularities.map(({ text }) => text),
  }
}

/** The steps of every page in the tests of forms. */
export const opened = ['1 Open the shop.', '2 Click Order.']
