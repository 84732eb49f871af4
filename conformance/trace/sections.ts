import type { Heading, OpenSection } from './open-procedure.ts'

/** The sections of a page, and under which headings the reader is. */
export class Sections {
  readonly all: OpenSection[] = []
  open: OpenSection
  /** A paragraph in bold that is used as a heading; empty where none is. */
  bold = ''
  /** What else the place has as a name, such as the label of a tab. */
  scope = ''

  constructor(page: Heading) {
    this.open = this.enter(page)
  }

  enter(heading: Heading): OpenSection {
    this.open = { ...heading, nodes: [] }
    this.all.push(this.open)
    this.bold = ''
    return this.open
  }

  get title(): string {
    return [this.open.text, this.scope].filter(Boolean).join(' › ')
  }
}
