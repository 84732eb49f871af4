import type { Irregularity, IrregularityKind } from './irregularities.ts'

/** What is odd about a page, as it is met; some of it only counts if the procedure goes on behind it. */
export class Oddities {
  readonly all: Irregularity[] = []
  /** The file that is being read: the page, or one that it includes. */
  file: string
  private possible: Irregularity[] = []

  constructor(file: string) {
    this.file = file
  }

  report(kind: IrregularityKind, line: number, text: string) {
    this.all.push({ kind, file: this.file, line, text })
  }

  /** Remembers what is odd only if the open procedure continues after it. */
  maybe(kind: IrregularityKind, line: number, text: string) {
    this.possible.push({ kind, file: this.file, line, text })
  }

  /** The open procedure continues: what was remembered counts. */
  confirm() {
    this.all.push(...this.possible)
    this.forget()
  }

  forget() {
    this.possible = []
  }

  /** The lines of a file that something was said of. */
  linesOf(file: string): Set<number> {
    return new Set(this.all.filter((one) => one.file === file).map(({ line }) => line))
  }
}
