import { type Marker, titleIn, written } from './marker.ts'

interface Line {
  text: string
  indent: string
  /** Names of the blocks that are closed somewhere on the page; only these are opened. */
  closed: Set<string>
}

type Dialect = (line: Line) => string | undefined

const put = (indent: string, marker: Marker) => `${indent}${written(marker)}`

function opening(indent: string, name: string, attributes: string): string {
  const title = titleIn(attributes)
  return put(indent, { does: 'open', name, ...(title && { title }) })
}

const INCLUDES = new Set([
  'include',
  'include_relative',
  'include-md',
  'includes',
  'snippet',
  'readfile',
  'partial',
])

/** A step that is one line, as an item of a list. */
const item = (indent: string, text = '') => `${indent}1. ${text}`

const pathIn = (attributes: string) =>
  /(?:file|src)\s*=\s*"([^"]+)"|"([^"]+)"|'([^']+)'|(\S+)/.exec(attributes)

function including(indent: string, attributes: string): string {
  const path = pathIn(attributes)?.slice(1).find(Boolean)
  return path ? put(indent, { does: 'include', path }) : ''
}

/** GitBook, Markdoc, Jekyll and other users of Liquid: `{% tab title="A" %}` … `{% endtab %}`. */
const liquid: Dialect = ({ text, indent, closed }) => {
  const step = /^\s*\{%-?\s*step\b.*?%\}(.+?)\{%-?\s*(?:end|\/\s*)step\s*-?%\}\s*$/i.exec(text)?.[1]
  if (step) return item(indent, inline(step.trim()))
  const match = /^\s*\{%-?\s*(end|\/)?\s*([\w-]+)\s*(.*?)\s*-?%\}\s*$/.exec(text)
  if (!match) return undefined
  const [, end, name = '', attributes = ''] = match
  if (end) return put(indent, { does: 'close', name })
  if (!closed.has(name) && /\bstep\b/i.test(text) && titleIn(attributes))
    return item(indent, titleIn(attributes))
  if (INCLUDES.has(name)) return including(indent, attributes)
  return closed.has(name) ? opening(indent, name, attributes) : ''
}

/** Hugo: `{{< tab "A" >}}` … `{{< /tab >}}`, and the same with percent signs. */
const hugo: Dialect = ({ text, indent, closed }) => {
  const step = /^\s*\{\{[<%]\s*step\b.*?[>%]\}\}(.+?)\{\{[<%]\s*\/\s*step\s*[>%]\}\}\s*$/i.exec(text)?.[1]
  if (step) return item(indent, inline(step.trim()))
  const match = /^\s*\{\{[<%]\s*(\/?)\s*([\w/-]+)\s*(.*?)\s*\/?[>%]\}\}\s*$/.exec(text)
  if (!match) return undefined
  const [, end, name = '', attributes = ''] = match
  if (end) return put(indent, { does: 'close', name })
  if (INCLUDES.has(name)) return including(indent, attributes)
  if (closed.has(name)) return opening(indent, name, attributes)
  const title = /^step$/i.test(name) && titleIn(attributes)
  if (title) return item(indent, title)
  const source = /\bsrc\s*=\s*"([^"]+)"/.exec(attributes)?.[1]
  return source ? `${indent}![](${source})` : ''
}

/** MkDocs: `!!! note "Title"`, `??? note`, `=== "Tab"`, with an indented body; `--8<-- "file"`. */
const mkdocs: Dialect = ({ text, indent }) => {
  const note = /^\s*(?:!!!|\?\?\?\+?)\s+([\w-]+)[\w -]*(?:"(.*)")?\s*$/.exec(text)
  if (note?.[1]) {
    const [, name, title] = note
    return put(indent, { does: 'open', name, ...(title && { title }), indented: true })
  }
  const tab = /^\s*===[!+]?\s+"(.+)"\s*$/.exec(text)
  if (tab?.[1]) return put(indent, { does: 'open', name: 'tab', title: tab[1], indented: true })
  const snippet = /^\s*-+8<-+\s+"(.+?)"\s*$/.exec(text) ?? /^\s*\{!\s*(\S+)\s*!\}\s*$/.exec(text)
  return snippet?.[1] && put(indent, { does: 'include', path: snippet[1] })
}

/** Microsoft Learn: zones and monikers, pictures, columns, and `[!INCLUDE]`. */
const learn: Dialect = ({ text, indent }) => {
  const zone = /^\s*:::\s*(zone|moniker)(-end)?\b\s*(.*?)\s*(?::::)?\s*$/.exec(text)
  if (zone?.[1]) {
    const [, name, end, attributes = ''] = zone
    return end ? put(indent, { does: 'close', name }) : opening(indent, name, attributes)
  }
  const picture = /^(.*?):::\s*image\b.*?\bsource="([^"]+)".*?:::(.*)$/.exec(text)
  if (picture) return `${picture[1]}![](${picture[2]})${picture[3]}`
  if (/^\s*:::\s*(?:image-end|row|row-end|column|column-end|code)\b.*:::\s*$/.test(text)) return ''
  const include = /^\s*\[!INCLUDE\s*\[[^\]]*\]\s*\(([^)\s]+)\)\s*\]\s*$/i.exec(text)
  return include?.[1] && put(indent, { does: 'include', path: include[1] })
}

/** VitePress: `<!--@include: ./part.md-->`. */
const vitepress: Dialect = ({ text, indent }) => {
  const path = /^\s*<!--\s*@include:\s*(\S+?)(?:[{#<].*)?\s*-->\s*$/.exec(text)?.[1]
  return path && put(indent, { does: 'include', path })
}

const dialects = [liquid, hugo, mkdocs, learn, vitepress]

/** Tags inside a line say nothing to a reader; a reference becomes its address. */
const inline = (text: string) =>
  text
    .replace(/\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s>%]+)"?\s*[>%]\}\}/g, '$1')
    .replace(/\{\{[<%].*?[>%]\}\}|\{%.*?%\}/g, '')
    .replace(/:::\s*no-loc\s+text="([^"]*)"\s*:::/g, '$1')

const looksSo =
  /\{%|\{\{[<%]|^\s*(?:!!!|\?\?\?|===[!+]?\s+"|-+8<-|\{!|:::\s*(?:zone|moniker|image|row|column|code|no-loc)\b)|@include:|\[!INCLUDE/im
const closing = /\{%-?\s*(?:end|\/)\s*([\w-]+)|\{\{[<%]\s*\/\s*([\w/-]+)/g
const startOfComment = /^\s*\{%-?\s*comment\s*-?%\}\s*$/
const endOfComment = /^\s*\{%-?\s*endcomment\s*-?%\}\s*$/

/** Whether a page has blocks of MkDocs, GitBook, Learn, Hugo or Liquid, so that it cannot be MDX. */
export const isDialect = (source: string): boolean => looksSo.test(source)

/** Writes the blocks of other dialects as markers. Every line keeps its number; lines of code are not looked at. */
export function readDialects(source: string): string {
  if (!isDialect(source)) return source
  const closed = new Set([...source.matchAll(closing)].map(([, liquid, hugo]) => liquid ?? hugo ?? ''))
  let commented = false
  return withoutCode(source, (text) => {
    if (commented || startOfComment.test(text)) {
      commented = !endOfComment.test(text)
      return ''
    }
    const line = { text, indent: /^\s*/.exec(text)?.[0] ?? '', closed }
    for (const dialect of dialects) {
      const found = dialect(line)
      if (found !== undefined) return found
    }
    return inline(text)
  })
}

const fence = /^\s*(`{3,}|~{3,})/

/** Replaces the lines that are in no block of code. */
export function withoutCode(source: string, replace: (line: string) => string): string {
  let open: string | undefined
  const lines = source.split('\n').map((line) => {
    const mark = fence.exec(line)?.[1]
    if (open) {
      if (mark?.startsWith(open)) open = undefined
      return line
    }
    open = mark
    return mark ? line : replace(line)
  })
  return lines.join('\n')
}
