import type { List, ListItem } from 'mdast'
import { actionIn, imperativeOf } from './imperative.ts'
import { excerpt } from './irregularities.ts'
import { plainText } from './plain-text.ts'
import { thirdPersonVerbOf } from './third-person.ts'

/** What an item says itself, without the lists in it. */
export function itemText(item: ListItem): string {
  return plainText(item.children.filter((child) => child.type !== 'list'))
}

/** The beginning of a list, in quotes, for a message. */
export const firstOf = (list: List): string => excerpt(list.children[0] ? itemText(list.children[0]) : '')

/** How many items of a list ask for an action in the product. */
export const actionsIn = (list: List): number =>
  list.children.filter((item) => actionIn(itemText(item)) !== undefined).length

const isOnlyLink = (item: ListItem) => {
  const [only, ...others] = item.children
  return (
    others.length === 0 &&
    only?.type === 'paragraph' &&
    only.children.length === 1 &&
    only.children[0]?.type === 'link'
  )
}

/** “Do one of the following”: its actions are in the list below it. */
const asksForOne = /^do\s+(?:one|either|any|all|each)\b/i

/** Whether a text asks for an action or tells of one that a person does. */
export const isInstruction = (text: string): boolean =>
  asksForOne.test(text) || (imperativeOf(text) ?? thirdPersonVerbOf(text)) !== undefined

/**
 * Whether an ordered list is a procedure: at least half of its items are instructions; a quarter is enough where the text
 * before it announces steps. A list of links never is.
 */
export function isProcedure(list: List, announced: boolean): boolean {
  if (list.children.every(isOnlyLink)) return false
  const instructions = list.children.filter((item) => isInstruction(itemText(item))).length
  return instructions / list.children.length >= (announced ? 0.25 : 0.5)
}

export interface NumberedItem {
  item: ListItem
  /** As a reader sees it: Markdown counts on from the first number, whatever the others are. */
  number: number
  /** As the source has it, where it says something else. */
  written?: number
  line: number
}

/** The items of an ordered list with their numbers. In a list of nothing but `1.` the source says nothing else. */
export function numberedItems(list: List, source: string): NumberedItem[] {
  const first = list.start ?? 1
  const written = list.children.map(({ position }) =>
    Number.parseInt(source.slice(position?.start.offset ?? 0).match(/^\d+/)?.[0] ?? '', 10),
  )
  const lazy = written.every((number) => number === written[0])
  return list.children.map((item, n) => {
    const number = first + n
    const own = written[n]
    return {
      item,
      number,
      line: item.position?.start.line ?? 1,
      ...(!lazy && own !== undefined && !Number.isNaN(own) && own !== number && { written: own }),
    }
  })
}
