import { readFileSync } from 'node:fs'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { visit } from 'unist-util-visit'
import { forgiveDocusaurus } from './docusaurus-source.ts'
import { type FrontMatter, frontMatterOf } from './front-matter.ts'
import type { Irregularity } from './irregularities.ts'
import { TraceError } from './trace-error.ts'

export interface Page {
  /** The text as it was parsed; positions in `root` point into it. */
  source: string
  file: string
  root: Root
  frontMatter: FrontMatter
  irregularities: Irregularity[]
}

/** Docusaurus reads indented text as text, not as code; the plain reading does the same. */
function noIndentedCode(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
}

const base = () => unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective)
const mdx = base().use(remarkMdx).freeze()
const plain = base().use(noIndentedCode).freeze()

/** Only `:::` blocks are directives here: "10:30" and "Step 1:Open" are text. */
function undoInlineDirectives(root: Root, source: string) {
  visit(root, ['textDirective', 'leafDirective'], (node, index, parent) => {
    if (index === undefined || !parent || !node.position) return
    const { start, end } = node.position
    const text = {
      type: 'text' as const,
      value: source.slice(start.offset, end.offset),
      position: node.position,
    }
    const children = parent.children as unknown[]
    children[index] =
      node.type === 'textDirective' ? text : { type: 'paragraph', children: [text], position: node.position }
  })
}

/** Reads the text of a page. Never throws: what is not MDX is read as plain Markdown and said to be so. */
export function parsePage(file: string, text: string): Page {
  const source = forgiveDocusaurus(text.replace(/\r\n?/g, '\n'))
  const irregularities: Irregularity[] = []
  let root: Root
  try {
    root = mdx.parse(source)
  } catch (cause) {
    const { reason = String(cause), line = 1 } = cause as { reason?: string; line?: number }
    irregularities.push({
      kind: 'not-mdx',
      file,
      line,
      text: `The page is not valid MDX and was read as plain Markdown: ${reason}.`,
    })
    root = plain.parse(source)
  }
  undoInlineDirectives(root, source)
  const title = root.children.find((node) => node.type === 'heading' && node.depth === 1)
  const frontMatter = frontMatterOf(root)
  return {
    file,
    source,
    root,
    frontMatter: { ...frontMatter, title: frontMatter.title ?? (title && textOf(title)) },
    irregularities,
  }
}

/** Reads a file. Throws `unreadable`, or `not-text` for what is not UTF-8. */
export function readPage(file: string): Page {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new TraceError('unreadable', `"${file}" cannot be read (${(cause as NodeJS.ErrnoException).code}).`)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new TraceError('not-text', `"${file}" is not a text in UTF-8.`)
  }
  if (text.includes('\0')) throw new TraceError('not-text', `"${file}" is not a text in UTF-8.`)
  return parsePage(file, text)
}
