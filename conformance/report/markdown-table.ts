const NUMBER = /^(?:[\d–-].*)?$/

/** A Markdown table; columns of numbers, with or without units, are aligned right. */
export function markdownTable(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const isOfNumbers = (column: number) => rows.every((cells) => NUMBER.test(cells[column] ?? ''))
  return [
    line(heads),
    line(heads.map((_, column) => (isOfNumbers(column) ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n')
}

export const ratio = (cost: number, bound: number): string => (bound > 0 ? (cost / bound).toFixed(3) : '–')

export const milliseconds = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`
