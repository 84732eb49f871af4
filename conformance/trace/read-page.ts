import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { type FrontMatter, frontMatterOf } from './front-matter.ts'
import { resolveIncludes } from './includes.ts'
import type { Irregularity } from './irregularities.ts'
import { isHtml } from './page-formats.ts'
import { parseHtml } from './parse-html.ts'
import { type Parsed, parseMarkdown } from './parse-markdown.ts'
import { TraceError } from './trace-error.ts'

export interface Page {
  /** The text as it was parsed; positions in `root` point into it. */
  source: string
  file: string
  root: Root
  frontMatter: FrontMatter
  irregularities: Irregularity[]
  /** The files that it includes, and those that they include. */
  includes: string[]
}

const parse = (file: string, text: string): Parsed & { title?: string } =>
  isHtml(file) ? parseHtml(text) : parseMarkdown(file, text)

/**
 * Reads the text of a page, with the pages that it includes. Never throws: what is not MDX is read as plain Markdown and
 * said to be so.
 */
export function parsePage(file: string, text: string, chain = [file]): Page {
  const {
    root,
    source,
    notMdx,
    title: named,
  } = parse(file, text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, ''))
  const { nodes, irregularities, files } = resolveIncludes(root.children, file, chain, (path, way) =>
    parsePage(path, readText(path), way),
  )
  root.children = nodes
  const title = root.children.find((node) => node.type === 'heading' && node.depth === 1)
  const frontMatter = frontMatterOf(root)
  return {
    file,
    source,
    root,
    frontMatter: { ...frontMatter, title: frontMatter.title ?? (title ? textOf(title) : named) },
    irregularities: [
      ...(notMdx
        ? [
            {
              kind: 'not-mdx' as const,
              file,
              line: notMdx.line,
              text: `The page is not valid MDX and was read as plain Markdown: ${notMdx.reason}.`,
            },
          ]
        : []),
      ...irregularities,
    ],
    includes: files,
  }
}

/** What a page is called that has no title: its file's name, never its folders, since a lock keeps it. */
export const titleOf = ({ frontMatter, file }: Page): string => frontMatter.title ?? basename(file)

const utf8 = new TextDecoder('utf-8', { fatal: true })

const charset = /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?([\w-]+)/i
/** As far as browsers look for the encoding. */
const HEAD = 1024

/** A page in HTML may say that it is written in another encoding. */
function decoderFor(file: string, bytes: Buffer): TextDecoder {
  const said = isHtml(file) ? charset.exec(bytes.toString('latin1', 0, HEAD))?.[1] : undefined
  return said ? new TextDecoder(said, { fatal: true }) : utf8
}

/** Bytes of a page that is read; the longest of 10,000 public ones has a quarter of that. */
const LARGEST = 4 * 2 ** 20

/** Reads a file. Throws `unreadable`, `too-large`, or `not-text` for what is not UTF-8. */
function readText(file: string): string {
  let bytes: Buffer
  try {
    const stat = statSync(file)
    if (!stat.isFile()) throw new TraceError('unreadable', `"${file}" is not a file: write it to one first.`)
    if (stat.size > LARGEST) {
      const size = Math.round(stat.size / 2 ** 20)
      throw new TraceError('too-large', `"${file}" has ${size} MB; pages of up to 4 MB are read. Split it.`)
    }
    bytes = readFileSync(file)
  } catch (cause) {
    if (cause instanceof TraceError) throw cause
    throw new TraceError('unreadable', `"${file}" cannot be read (${(cause as NodeJS.ErrnoException).code}).`)
  }
  let text: string
  try {
    text = decoderFor(file, bytes).decode(bytes)
  } catch {
    throw new TraceError('not-text', `"${file}" is not a text in UTF-8: save it as UTF-8.`)
  }
  if (text.includes('\0')) throw new TraceError('not-text', `"${file}" is not a text in UTF-8.`)
  return text
}

/** Reads a file as a page. Throws `unreadable`, `too-large`, or `not-text`. */
export const readPage = (file: string): Page => parsePage(file, readText(file))
