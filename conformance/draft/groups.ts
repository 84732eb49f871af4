import type { DocumentedAction } from './read-actions.ts'

/** The page that is opened by its address. */
export const visitedBy = (group: DocumentedAction[]): string | undefined =>
  group.flatMap((action) => (action.does === 'visit' ? action.page : [])).at(-1)

/** What is filled in goes with the button that follows; a mail is opened with the link that is pressed in it. */
export function groupsOf(actions: DocumentedAction[]): DocumentedAction[][] {
  const groups: DocumentedAction[][] = []
  for (const action of actions) {
    const last = groups.at(-1)
    const isOpen = last && last.at(-1)?.does !== 'press' && last.at(-1)?.does !== 'visit'
    if (isOpen && action.does !== 'visit') last.push(action)
    else groups.push([action])
  }
  return groups
}

/** What a group does, in words: the label of its event. */
export function labelOf(group: DocumentedAction[]): string {
  const parts = group.flatMap((action) => {
    if (action.does === 'fill') return [`enter ${action.label}`]
    if (action.does === 'choose') return [`choose ${action.option}`]
    if (action.does === 'press') return [`click ${action.label}`]
    return action.does === 'visit' ? [`go to ${action.page}`] : []
  })
  const text = parts.join(' and ') || 'go on'
  return `${text[0]?.toUpperCase()}${text.slice(1)}`
}
