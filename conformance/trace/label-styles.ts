import type { Piece } from './split-steps.ts'

interface Seen {
  style: string
  number: number
  line: number
}

const names: Record<string, string> = {
  '–': 'an en dash',
  '—': 'an em dash',
  '-': 'a hyphen',
  ':': 'a colon',
}

/** How the labels of a page are written, so that different ones can be reported. */
export class LabelStyles {
  private readonly seen: Seen[] = []

  add({ label, style }: Piece, line: number) {
    if (!label) return
    const end = label.separator ? (names[label.separator] ?? `“${label.separator}”`) : 'nothing'
    const bold =
      style === 'bold'
        ? 'in bold'
        : style === 'all-bold'
          ? 'in bold with its text'
          : style === 'broken'
            ? 'in bold that is broken'
            : 'not in bold'
    const suffix = label.suffix ? ', with a second number' : ''
    this.seen.push({ style: `${bold}, ended by ${end}${suffix}`, number: label.number, line })
  }

  /** The labels that are not written as most of the page's are; where two ways are equally frequent, the first is the rule. */
  odd(): { line: number; text: string }[] {
    const counts = new Map<string, number>()
    for (const { style } of this.seen) counts.set(style, (counts.get(style) ?? 0) + 1)
    const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? []
    return this.seen
      .filter(({ style }) => style !== usual)
      .map(({ style, number, line }) => ({
        line,
        text: `The label of step ${number} is ${style}; elsewhere ${usual}.`,
      }))
  }
}
