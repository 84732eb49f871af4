import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { count } from './drift-kinds.ts'
import { isHtml, isMarkdown, otherFormat } from './page-formats.ts'
import { TraceError } from './trace-error.ts'

/** A file that was given and is not read, with the reason as a sentence. */
export interface SkippedPage {
  file: string
  text: string
  /** Part of the documentation is not compared: it is Markdown, or was named. Other formats in a folder are only listed. */
  open: boolean
}

export interface ListedPages {
  /** Each file once, with the folder that it was given by, sorted within a folder. */
  files: { file: string; root?: string }[]
  skipped: SkippedPage[]
}

const isSkipped = (name: string) => name === 'node_modules' || name.startsWith('.')

const reasonOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code ?? String(cause)

/** Lists folders. A folder or a file that links lead to again is taken once, so that no link loops. */
class Walk {
  readonly listed: ListedPages = { files: [], skipped: [] }
  /** Pages in HTML of the folder that is listed. */
  private html: string[] = []
  private readonly seen = new Set<string>()

  private isNew(path: string): boolean {
    const real = realpathSync(path)
    if (this.seen.has(real)) return false
    this.seen.add(real)
    return true
  }

  skip(file: string, text: string, open = true) {
    this.listed.skipped.push({ file, text, open })
  }

  /** A folder that was given. HTML beside Markdown may be made of it, so that both would tell the same twice. */
  root(folder: string) {
    const before = this.listed.files.length
    this.folder(folder, folder)
    const { html } = this
    this.html = []
    if (this.listed.files.length === before) for (const file of html) this.file(file, folder)
    else if (html.length > 0)
      this.skip(
        folder,
        `${count(html.length, 'page')} of HTML in "${folder}" ${html.length === 1 ? 'is' : 'are'} not read, because there is Markdown: name ${html.length === 1 ? `"${html[0]}"` : 'those'} that no Markdown says.`,
        false,
      )
  }

  private folder(folder: string, root: string) {
    let entries: Dirent[]
    try {
      if (!this.isNew(folder)) return
      entries = readdirSync(folder, { withFileTypes: true })
    } catch (cause) {
      this.skip(folder, `The folder "${folder}" cannot be read (${reasonOf(cause)}).`)
      return
    }
    const names = entries.map(({ name }) => name).filter((name) => !isSkipped(name))
    for (const name of names.sort()) this.entry(join(folder, name), root)
  }

  private entry(path: string, root: string) {
    const other = otherFormat(path)
    try {
      const stat = statSync(path)
      if (stat.isDirectory()) this.folder(path, root)
      else if (other) this.skip(path, other, false)
      else if (isMarkdown(path)) this.file(path, root)
      else if (isHtml(path)) this.html.push(path)
    } catch (cause) {
      if (isMarkdown(path)) this.skip(path, `"${path}" cannot be read (${reasonOf(cause)}).`)
    }
  }

  file(file: string, root?: string) {
    if (this.isNew(file)) this.listed.files.push({ file, ...(root !== undefined && { root }) })
  }
}

function statOf(path: string) {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat) return stat
  } catch (cause) {
    throw new TraceError('unreadable', `"${path}" cannot be read (${reasonOf(cause)}).`)
  }
  throw new TraceError(
    'not-found',
    /^https?:\/\//.test(path)
      ? `"${path}" is an address: save the page to a file, and name that.`
      : `There is no file or folder "${path}": name pages in Markdown, MDX or HTML, or folders of them.`,
  )
}

/**
 * The pages that the given files and folders name, each once, folders with all that is in them.
 * Throws `not-found`, `unreadable`, `not-markdown` for a file with another ending or a pipe.
 */
export function listPages(inputs: string[]): ListedPages {
  const walk = new Walk()
  for (const input of inputs) {
    const stat = statOf(input)
    if (stat.isDirectory()) walk.root(input)
    else if (!stat.isFile())
      throw new TraceError(
        'not-markdown',
        `"${input}" is not a file: write the page to a file that ends in .md or .html.`,
      )
    else if (isMarkdown(input) || isHtml(input)) walk.file(input)
    else
      throw new TraceError(
        'not-markdown',
        otherFormat(input) ??
          `"${input}" is not a page in Markdown or HTML: it must end in .md, .mdx or .html.`,
      )
  }
  return walk.listed
}
