/** Everything that may be odd about a page; each is reported with its file and line, and reading continues. */
export type IrregularityKind =
  /** The page is not valid MDX and was read as plain Markdown. */
  | 'not-mdx'
  /** A file that the page includes is not there, or cannot be read. */
  | 'include-missing'
  /** A step label that is written differently from the others of its page. */
  | 'odd-label'
  /** A step label without an instruction. */
  | 'empty-step'
  /** A step that is a heading. */
  | 'step-in-heading'
  /** A step that begins in the middle of a paragraph. */
  | 'step-in-paragraph'
  /** A step inside a quotation or an admonition. */
  | 'step-in-container'
  /** These three look like steps and are not counted, because a reader does not meet them as such. */
  | 'step-in-table'
  | 'step-in-comment'
  | 'step-in-html'
  /** Numbered actions where no form of steps is known: in code, in a cell, in the front matter. */
  | 'numbers-not-read'
  /** "Step 1 of 4" or "Step 2–4" where a step would begin. */
  | 'not-a-step'
  /** Numbered actions inside a step; they belong to it. */
  | 'sub-steps'
  /** An action between or after the steps that has no number, or several in a table or a paragraph. */
  | 'unnumbered-action'
  | 'missing-number'
  | 'duplicate-number'
  | 'number-out-of-order'
  /** The numbers start again without a heading or an introduction. */
  | 'restarted-numbers'
  /** A second procedure under one heading, with its own introduction. */
  | 'several-procedures'
  | 'heading-in-procedure'
  | 'table-in-procedure'
  /** An ordered list that tells facts, not actions. */
  | 'list-not-procedure'
  /** Steps are announced, and none is found. */
  | 'procedure-without-steps'
  /** One procedure does what the model has as two flows. */
  | 'several-flows'

export interface Irregularity {
  kind: IrregularityKind
  file: string
  /** 1-based. */
  line: number
  /** One sentence: what is odd, and what was made of it. */
  text: string
}

/** The first words of a text, in quotes, for a message. */
export function excerpt(text: string, length = 60): string {
  return text.length <= length ? `“${text}”` : `“${text.slice(0, length).trimEnd()}…”`
}
