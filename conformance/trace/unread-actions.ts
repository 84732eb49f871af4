import type { Nodes, Table } from 'mdast'
import type { Collector } from './collector.ts'
import { attributeOf, isContainer } from './containers.ts'
import { actionIn, imperativeOf } from './imperative.ts'
import { excerpt, type Irregularity } from './irregularities.ts'
import { numberedRuns } from './numbered-lines.ts'
import { isInstruction } from './ordered-list.ts'
import { inlineText } from './plain-text.ts'
import { proceduresInProse } from './prose-actions.ts'
import type { Page } from './read-page.ts'
import { blocksIn, type WrittenLine, writtenLines } from './written-lines.ts'

type Found = Pick<Irregularity, 'kind' | 'line' | 'text'>

const sequence = /^(?:first|then|next|after that|afterwards|finally|lastly)\b/i

/** "First, open it. Then, close it." */
function inSequence({ text }: WrittenLine): number {
  const sentences = text.split(/(?<=[.!?;])\s+/)
  return sentences.filter((sentence) => sequence.test(sentence) && imperativeOf(sentence)).length
}

/** A cell that is a sentence, not the name of an option. */
const isTold = (text: string) =>
  (text.split(' ').length > 2 || text.endsWith('.')) && actionIn(text) !== undefined

/** Cells of a table that ask for something, without numbers. */
function actionsIn({ children: [, ...rows] }: Table): WrittenLine[] {
  for (const column of rows[0]?.children.keys() ?? []) {
    const cells = rows
      .map((row) => ({
        text: inlineText(row.children[column]?.children ?? []),
        line: row.position?.start.line ?? 1,
        where: 'in a table',
      }))
      .filter(({ text }) => text !== '')
    const told = cells.filter(({ text }) => isTold(text))
    if (told.length > 1 && told.length / cells.length >= 0.8) return told
  }
  return []
}

/** What a person does on a screen: as a heading it is no topic. */
const onScreen = /^(?:click|press|tap|select|choose|enter|type)\b/i

/** Titles beside each other that tell what to do, without numbers. */
function titledActions(blocks: readonly Nodes[], lines: readonly WrittenLine[]): WrittenLine[][] {
  const groups = [...Map.groupBy(lines, ({ where }) => where)]
    .filter(([where]) => where === 'in headings')
    .map(([, headings]) => headings.filter(({ text }) => isInstruction(text)))
    .filter((headings) => headings.filter(({ text }) => onScreen.test(text)).length * 2 >= headings.length)
  for (const node of blocks) {
    if (!isContainer(node)) continue
    // What leads elsewhere is a link, not a step.
    const items = node.children
      .filter((one) => isContainer(one))
      .filter((one) => !attributeOf(one, ['href', 'to']))
    const titles = items.map((one) => ({
      text: attributeOf(one, ['title', 'label', 'header', 'heading']) ?? '',
      line: one.position?.start.line ?? 1,
      where: 'in titles',
    }))
    if (titles.every(({ text }) => isInstruction(text))) groups.push(titles)
  }
  return groups.filter((group) => group.length > 1)
}

/** Actions on a page that no procedure has, and that nothing was said of. */
export function unreadActions(page: Page, collector: Collector): Found[] {
  const found: Found[] = []
  const blocks = blocksIn(page.root)
  const lines = writtenLines(page, blocks)
  const known = collector.knownLines()
  const tell = (kind: Found['kind'], group: WrittenLine[], text: (first: string) => string) => {
    const [first] = group
    if (!first || group.some(({ line }) => known.has(line))) return
    found.push({ kind, line: first.line, text: text(excerpt(first.text)) })
    for (const { line } of group) known.add(line)
  }
  const unnumbered = (group: WrittenLine[], text: (first: string) => string) =>
    tell('unnumbered-action', group, text)

  for (const run of numberedRuns(lines))
    tell(
      'numbers-not-read',
      run,
      (first) => `${run.length} numbered actions ${run[0]?.where} are read as no steps: ${first}.`,
    )
  for (const line of lines)
    if (line.where === 'in paragraphs' && inSequence(line) > 1)
      unnumbered([line], (first) => `A paragraph tells several actions without numbers: ${first}.`)
  for (const group of titledActions(blocks, lines))
    unnumbered(group, (first) => `${group.length} actions ${group[0]?.where} have no numbers: ${first}.`)
  for (const block of blocks) {
    const told = block.type === 'table' ? actionsIn(block) : []
    unnumbered(told, (first) => `A table of ${told.length} actions has no numbers: ${first}.`)
  }
  const left = lines.filter(({ line }) => !known.has(line))
  for (const { lines: inProse, actions } of proceduresInProse(left))
    unnumbered(
      inProse,
      () =>
        `${actions.length} actions have no numbers and are not read as steps: ${excerpt(actions[0] ?? '')}.`,
    )
  return found
}
