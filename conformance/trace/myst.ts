import { type Marker, written } from './marker.ts'

/** Directives whose body is text, of MyST and Sphinx; every other one is code or a picture. */
const prose =
  /^(?:admonition|attention|caution|danger|error|hint|important|note|seealso|tip|warning|dropdown|details|topic|sidebar|tab-set|tab-item|tabs|group-tab|tab|grid|grid-item|card|steps?|step-list|proof|exercise|solution)$/i

const opening = /^(\s*)(:{3,}|`{3,}|~{3,})\{([\w-]+)\}\s*(.*?)\s*$/
const fence = /^\s*(:{3,}|`{3,}|~{3,})/
const option = /^\s*:[\w-]+:/

const put = (indent: string, marker: Marker) => `${indent}${written(marker)}`

interface Open {
  fence: string
  /** `undefined` for a block that is left as it is. */
  name?: string
}

/** Whether a page has directives as MyST writes them: `:::{note}`, or the same with a fence of code. */
export const isMyst = (source: string): boolean => /^\s*(?::{3,}|`{3,}|~{3,})\{[\w-]+\}/m.test(source)

/** Writes the directives of MyST whose body is text as markers. Every line keeps its number. */
export function readMyst(source: string): string {
  if (!isMyst(source)) return source
  const open: Open[] = []
  let options = false
  const lines = source.split('\n').map((line) => {
    const last = open.at(-1)
    const [, indent = '', mark = '', name = '', title] = opening.exec(line) ?? []
    const isCode = last && last.name === undefined
    if (name && prose.test(name) && !isCode) {
      open.push({ fence: mark, name })
      options = true
      return put(indent, { does: 'open', name, ...(title && { title }) })
    }
    const end = fence.exec(line)?.[1]
    if (last && end && line.trim() === end && end.length >= last.fence.length && end[0] === last.fence[0]) {
      open.pop()
      return last.name ? put('', { does: 'close', name: last.name }) : line
    }
    if (end && !isCode && !/^:/.test(end)) open.push({ fence: end })
    options &&= option.test(line)
    return options ? '' : line
  })
  return lines.join('\n')
}
