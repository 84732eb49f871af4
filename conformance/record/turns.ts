import { type FieldSeen, isSamePage, type PageSeen, type Report, type Turn } from './seen.ts'

/** Puts the reports of a walk together to turns: what was done in front of a page, and the page that was shown last after it. */
export class Turns {
  readonly #turns: Turn[] = []
  #before: PageSeen | undefined
  #typed: FieldSeen[] = []

  /** Every turn so far; one that is being done is not among them. */
  get all(): readonly Turn[] {
    return this.#turns
  }

  add(report: Report): void {
    switch (report.what) {
      case 'typed':
        this.#noteBefore(report.page)
        this.#before = report.page
        this.#typed = [...this.#typed.filter(({ name }) => name !== report.field.name), report.field]
        return
      case 'pressed':
        this.#noteBefore(report.page)
        this.#turns.push({
          before: report.page,
          typed: this.#typed,
          pressed: report.pressed,
          after: report.page,
        })
        this.#begin()
        return
      case 'shown':
        // A mail that arrives is nothing that the person did.
        if (report.page.mail === undefined && !isEmpty(report.page)) this.#show(report.page, report.opened)
    }
  }

  /** What somebody acts on was shown by what they did before, also where they were faster than the page's own report. */
  #noteBefore(page: PageSeen) {
    const last = this.#turns.at(-1)
    if (this.#before || !last || page.mail !== undefined) return
    this.#turns[this.#turns.length - 1] = { ...last, after: page }
  }

  #begin() {
    this.#before = undefined
    this.#typed = []
  }

  #show(page: PageSeen, opened: boolean) {
    const last = this.#turns.at(-1)
    if (this.#before) {
      if (isSamePage(this.#before, page)) return
      // The last digit has sent the form, or the field has.
      this.#turns.push({ before: this.#before, typed: this.#typed, after: page })
      return this.#begin()
    }
    const goesOn =
      last && (last.pressed ? !(opened && last.after !== last.before) : isSamePage(last.after, page))
    if (last && (goesOn || (!opened && last.typed.length > 0)))
      this.#turns[this.#turns.length - 1] = { ...last, after: page }
    else this.#turns.push({ typed: [], after: page })
  }
}

/** A tab before anything was opened in it, or a page that its scripts have not drawn yet. */
const isEmpty = ({ headings, fields, buttons, links }: PageSeen) =>
  headings.length + fields.length + buttons.length + links.length === 0
