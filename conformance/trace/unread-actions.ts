import type { Nodes, Table } from 'mdast'
import { numberBefore } from './bare-number.ts'
import type { Collector } from './collector.ts'
import { attributeOf, isContainer } from './containers.ts'
import { actionIn, imperativeOf } from './imperative.ts'
import { excerpt, type Irregularity } from './irregularities.ts'
import { isInstruction } from './ordered-list.ts'
import { inlineText } from './plain-text.ts'
import type { Page } from './read-page.ts'
import { headingLabelOf } from './step-label.ts'
import { blocksIn, type WrittenLine, writtenLines } from './written-lines.ts'

type Found = Pick<Irregularity, 'kind' | 'line' | 'text'>

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const ordinal = new RegExp(`^(?:the\\s+)?(${ordinals.join('|')})(?:\\s+\\p{L}+)?\\s*[:.–—-]\\s*`, 'iu')
/** What is numbered besides steps, and often holds them. */
const other =
  /^(?:task|action|phase|part|stage|procedure|instruction|aufgabe|tarea|tâche|操作)\s*#?(\d{1,2})\s*[:.)–—-]\s*/iu
const spaced = /^(\d{1,2})\s+(?=\p{Lu})/u

/** The number that a line begins with, in any way, and the text behind it. */
function numberedLine({ text, number }: WrittenLine): { number: number; text: string } | undefined {
  if (number !== undefined) return { number, text }
  const label = headingLabelOf(text) ?? numberBefore(text)
  if (label) return { number: label.number, text: text.slice(label.length) }
  const [inWords, word = ''] = ordinal.exec(text) ?? []
  if (inWords) return { number: ordinals.indexOf(word.toLowerCase()) + 1, text: text.slice(inWords.length) }
  const [whole, digits] = other.exec(text) ?? spaced.exec(text) ?? []
  return whole === undefined ? undefined : { number: Number(digits), text: text.slice(whole.length) }
}

/** Lines in places of one kind that count 1, 2, 3 …, most of them actions. */
function runsIn(lines: WrittenLine[]): (WrittenLine & { told: string })[][] {
  const runs: (WrittenLine & { told: string })[][] = []
  const open = new Map<string, (WrittenLine & { told: string })[]>()
  for (const line of lines) {
    const numbered = numberedLine(line)
    if (!numbered) continue
    const run = open.get(line.where)
    const own = { ...line, told: numbered.text }
    if (run && numbered.number === run.length + 1) run.push(own)
    else if (numbered.number === 1) {
      const begun = [own]
      runs.push(begun)
      open.set(line.where, begun)
    }
  }
  return runs.filter(
    (run) => run.length > 1 && run.filter(({ told }) => isInstruction(told)).length * 2 >= run.length,
  )
}

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
export function unreadActions({ root }: Page, collector: Collector): Found[] {
  const found: Found[] = []
  const blocks = blocksIn(root)
  const lines = writtenLines(blocks)
  const tell = (kind: Found['kind'], group: WrittenLine[], text: (first: string) => string) => {
    const [first] = group
    const isKnown = group.some(({ line }) => collector.knows(line) || found.some((one) => one.line === line))
    if (first && !isKnown) found.push({ kind, line: first.line, text: text(excerpt(first.text)) })
  }
  for (const run of runsIn(lines))
    tell(
      'numbers-not-read',
      run,
      (first) => `${run.length} numbered actions ${run[0]?.where} are read as no steps: ${first}.`,
    )
  for (const line of lines)
    if (line.where === 'in paragraphs' && inSequence(line) > 1)
      tell(
        'unnumbered-action',
        [line],
        (first) => `A paragraph tells several actions without numbers: ${first}.`,
      )
  for (const group of titledActions(blocks, lines))
    tell(
      'unnumbered-action',
      group,
      (first) => `${group.length} actions ${group[0]?.where} have no numbers: ${first}.`,
    )
  for (const block of blocks) {
    const told = block.type === 'table' ? actionsIn(block) : []
    tell('unnumbered-action', told, (first) => `A table of ${told.length} actions has no numbers: ${first}.`)
  }
  return found
}
