import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { readBoldTags } from './bold-tags.ts'
import { isDialect, readDialects } from './dialects.ts'
import { forgive, withoutHtmlComments } from './docusaurus-source.ts'
import { readHtmlBlocks } from './html-blocks.ts'
import { nestLearnTabs } from './learn-tabs.ts'
import { isMyst, readMyst } from './myst.ts'
import { nestMarkers } from './nest-markers.ts'
import { unravel } from './unravel.ts'

/** Indented text is read as text, not as code: MDX, MkDocs and lists that are indented by hand mean it so. */
function noIndentedCode(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
}

/** Tables, bare addresses, footnotes, struck text, tasks: what only GitHub's Markdown has. */
const gfm =
  /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\||(?:^|[^\](]|[^\]]\()(?:https?:\/\/|www\.)|\S@\S+\.\S|\[\^|~|^\s*(?:[-*+]|\d+[.)])\s+\[[ x]\]/im

const parsers = new Map<string, Processor<Root>>()

/** A parser for a page with no more extensions than the page uses: each of them takes time on every page. */
function parserFor(source: string, isMdx: boolean): Processor<Root> {
  const [hasGfm, hasDirectives] = [gfm.test(source), source.includes(':::')]
  const key = [hasGfm, hasDirectives, isMdx].join()
  const known = parsers.get(key)
  if (known) return known
  const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml'])
  if (hasGfm) parser.use(remarkGfm)
  if (hasDirectives) parser.use(remarkDirective)
  const frozen = parser.use(isMdx ? remarkMdx : noIndentedCode).freeze()
  parsers.set(key, frozen)
  return frozen
}

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

/** Components, or lines that load them. Without either, a page says the same as plain Markdown. */
const usesComponents = (source: string) => /<\/?\p{Lu}[\w.]*[\s/>]|^(?:import|export)\s/mu.test(source)

export interface Parsed {
  root: Root
  /** The text as it was parsed; positions in `root` point into it. */
  source: string
  /** Why a page that its name says is MDX was read as plain Markdown. */
  notMdx?: { line: number; reason: string }
}

/**
 * Parses a page. A page is read as MDX if its name says so or it uses components, and is MDX; everything else is
 * Markdown, with the blocks of MkDocs, MyST, GitBook, Learn, Hugo and Liquid. Never throws.
 */
export function parseMarkdown(file: string, text: string): Parsed {
  const isMdx = /\.mdx$/i.test(file)
  const forgiven = forgive(text)
  let notMdx: Parsed['notMdx']
  if (isMdx || (usesComponents(text) && !isDialect(text) && !isMyst(text))) {
    const source = withoutHtmlComments(forgiven)
    try {
      const root = parserFor(source, true).parse(source)
      return { root: finish(root, source), source }
    } catch (cause) {
      const { reason = String(cause), line = 1 } = cause as { reason?: string; line?: number }
      if (isMdx) notMdx = { line, reason }
    }
  }
  const source = forgive(readDialects(readMyst(text)))
  return { root: finish(parserFor(source, false).parse(source), source), source, ...(notMdx && { notMdx }) }
}

/** Makes one tree of what the dialects write in different ways. */
function finish(root: Root, source: string): Root {
  if (source.includes(':::')) undoInlineDirectives(root, source)
  if (/<(?:b|strong)\b/i.test(source)) readBoldTags(root)
  root.children = nestLearnTabs(nestMarkers(readHtmlBlocks(unravel(root.children), new VFile(source))))
  return root
}
