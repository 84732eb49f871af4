import type { List } from 'mdast'
import { holdsSteps } from './holds-steps.ts'
import { firstOf, isProcedure, itemText } from './ordered-list.ts'
import type { PageReader } from './page-reader.ts'
import { stepLabelOf } from './step-label.ts'
import { ofList } from './steps-component.ts'

const lineOf = (list: List) => list.position?.start.line ?? 1

/** Reads a list: steps, choices, facts, or a place where steps are. */
export function readList(reader: PageReader, list: List) {
  const labelled = list.children.some((item) => stepLabelOf(itemText(item))?.separator)
  if (labelled) for (const item of list.children) reader.read(item.children)
  else if (!list.ordered && !reader.collector.isInStep && holdsSteps(list)) readInner(reader, list)
  else if (!list.ordered) reader.collector.addBullets(list)
  else readOrderedList(reader, list)
}

function readOrderedList(reader: PageReader, list: List) {
  const { collector } = reader
  const goesOn = collector.goesOnWith(list.start ?? 1) && !collector.inLabelledStep
  const isSteps = goesOn || isProcedure(list, collector.isAnnounced)
  const first = firstOf(list)
  if (collector.inLabelledStep && !collector.isAnnounced) {
    if (isSteps) {
      collector.report(
        'sub-steps',
        lineOf(list),
        `${list.children.length} numbered actions are inside a step: ${first}.`,
      )
    }
    collector.addBlock(list)
  } else if (!isSteps) {
    collector.report(
      'list-not-procedure',
      lineOf(list),
      `A numbered list of facts, not of actions: ${first}.`,
    )
    if (holdsSteps(list)) readInner(reader, list)
    else collector.addBlock(list)
  } else readSteps(reader, list)
}

/** Procedures inside the items of a list that is not a procedure. */
function readInner(reader: PageReader, list: List) {
  for (const item of list.children) {
    reader.collector.within(itemText(item).replace(/[\s.:]+$/, ''), () => {
      reader.read(item.children.filter(({ type }) => type !== 'paragraph'))
    })
  }
}

function readSteps(reader: PageReader, list: List) {
  reader.tellAside('A procedure', lineOf(list))
  for (const shown of ofList(list, reader.page.source)) {
    const { step, written } = shown
    if (written !== undefined) {
      reader.collector.report(
        written < step.number ? 'duplicate-number' : 'missing-number',
        step.line,
        `The source says ${written}. where a reader sees ${step.number}.`,
      )
    }
    reader.addShown(shown)
  }
  reader.collector.endList()
}
