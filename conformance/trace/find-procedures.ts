import { Collector } from './collector.ts'
import type { Irregularity } from './irregularities.ts'
import { LabelStyles } from './label-styles.ts'
import { PageReader } from './page-reader.ts'
import type { Procedure, Section } from './procedure.ts'
import { type Page, titleOf } from './read-page.ts'
import { definitionsOf } from './step-content.ts'
import { unreadActions } from './unread-actions.ts'

export interface FoundOnPage {
  procedures: Procedure[]
  sections: Section[]
  irregularities: Irregularity[]
}

/** Every procedure of a page and everything odd about it, in the order of the page. */
export function findProcedures(page: Page): FoundOnPage {
  const collector = new Collector(page.file, titleOf(page))
  const styles = new LabelStyles()
  new PageReader(page, collector, styles).read(page.root.children)
  const found = collector.finish(definitionsOf(page.root))
  for (const { line, text } of styles.odd()) collector.report('odd-label', line, text)
  for (const { kind, line, text } of unreadActions(page, collector)) collector.report(kind, line, text)
  const irregularities = [...page.irregularities, ...collector.irregularities].sort((a, b) => a.line - b.line)
  return { ...found, irregularities }
}
