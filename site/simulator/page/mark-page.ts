import type { Moment } from '../../../machines/model/walk.ts'
import type { StepMarks } from '../walk/marks-at.ts'
import { scrollInView } from './diagram-in-view.ts'

/** The documentation and the diagram are plain HTML around the island; these classes mark where the reader is. */
export const marks = { here: 'here', walked: 'walked', been: 'been', done: 'done' } as const

const stepNumber = (id: string) => Number(id.slice(id.lastIndexOf('.') + 1))

/** Marks the steps of the page: `done`, and `aria-current` on the one that comes next. */
export function markSteps(root: ParentNode, { due, done: steps, isNext }: StepMarks) {
  const items = root.querySelectorAll<HTMLElement>('.procedure > ol > li')
  const header = root.querySelector('[data-steps]')
  const current = due && stepNumber(due)
  const done = steps.map(stepNumber)
  if (header && items.length > 0)
    header.textContent = current
      ? `${isNext ? 'Step' : 'On the way to step'} ${current} of ${items.length}: ${textOf(items[current - 1])}`
      : `${done.length} of ${items.length} steps done`
  items.forEach((item, index) => {
    item.classList.toggle(marks.done, done.includes(index + 1) && index + 1 !== current)
    if (index + 1 === current) item.setAttribute('aria-current', 'step')
    else item.removeAttribute('aria-current')
  })
}

/** The first sentence of a step, in one line, without the gap that is read below it. */
function textOf(item: Element | undefined): string {
  const text = item?.cloneNode(true)
  if (text instanceof Element) for (const gap of text.querySelectorAll('.gap')) gap.remove()
  return (
    text?.textContent
      ?.trim()
      .split(/(?<=[.:])\s|\n/)[0]
      ?.replace(/:$/, '.') ?? ''
  )
}

/** The same mark in words, where the diagram is a table. */
function setMark(element: Element, words: string) {
  const mark = element.querySelector(':scope > [data-mark], :scope > :first-child > [data-mark]')
  if (mark) mark.textContent = words
}

/** How much of the flow the walk has been through, as far as the table lists it. */
function coverage(root: ParentNode) {
  const count = (selector: string) => root.querySelectorAll(`.diagram ${selector}`).length
  const states = `${count(`tbody.${marks.been}`)} of ${count('tbody')} states`
  return `Your walk: ${states}, ${count(`tr.${marks.walked}`)} of ${count('tr[data-edge]')} transitions.`
}

/**
 * Marks the diagram and its table: the current state, the visited states, the transitions taken.
 * @param isShown whether the screen of the state is the one that is shown
 */
export function markDiagram(root: ParentNode, moments: Moment[], at: number, isShown = true) {
  const walked = new Set(moments.slice(1, at + 1).map(({ edge }) => edge?.id))
  const been = new Set(moments.slice(0, at + 1).map(({ state }) => state))
  const here = isShown ? moments[at]?.state : undefined
  for (const element of root.querySelectorAll<SVGElement>('.diagram [data-state]')) {
    const state = element.dataset.state ?? ''
    element.classList.toggle(marks.here, state === here || here?.startsWith(`${state}.`) === true)
    element.classList.toggle(marks.been, been.has(state))
    setMark(element, state === here ? 'You are here' : been.has(state) ? 'Been here' : '')
  }
  for (const element of root.querySelectorAll<SVGElement>('.diagram [data-edge]')) {
    const edges = (element.dataset.edge ?? '').split(' ')
    const isWalked = edges.some((edge) => walked.has(edge))
    element.classList.toggle(marks.walked, isWalked)
    setMark(element, isWalked ? 'Taken' : '')
  }
  const covered = root.querySelector('.diagram [data-covered]')
  if (covered) covered.textContent = coverage(root)
  dispatchEvent(new Event('diagram-marked'))
  const sheet = root.querySelector('.diagram .sheet')
  if (sheet) scrollInView(sheet, `.state.${marks.here}`)
}
