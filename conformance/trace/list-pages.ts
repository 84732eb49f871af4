import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
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

const endingOf = (path: string) => extname(path).toLowerCase()
const isMarkdown = (path: string) => ['.md', '.mdx', '.markdown'].includes(endingOf(path))
const isSkipped = (name: string) => name === 'node_modules' || name.startsWith('.')

/** Other formats that procedures are written in, with what turns them into Markdown. */
const formats: Record<string, [string, string]> = {
  '.adoc': ['AsciiDoc', 'npx downdoc PAGE, or asciidoctor and pandoc -f docbook -t gfm'],
  '.asciidoc': ['AsciiDoc', 'npx downdoc PAGE, or asciidoctor and pandoc -f docbook -t gfm'],
  '.rst': ['reStructuredText', 'pandoc -f rst -t gfm PAGE'],
}

function otherFormat(file: string): string | undefined {
  const [format, command] = formats[endingOf(file)] ?? []
  return format && `"${file}" is ${format}, which is not read; convert it to Markdown first: ${command}.`
}

const reasonOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code ?? String(cause)

/** Lists folders. A folder or a file that links lead to again is taken once, so that no link loops. */
class Walk {
  readonly listed: ListedPages = { files: [], skipped: [] }
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

  folder(folder: string, root: string) {
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
    `There is no file or folder "${path}": name Markdown or MDX files, or folders of them.`,
  )
}

/**
 * The Markdown files that the given files and folders name, each once, folders with all that is in them.
 * Throws `not-found`, `unreadable`, `not-markdown` for a file with another ending or a pipe.
 */
export function listPages(inputs: string[]): ListedPages {
  const walk = new Walk()
  for (const input of inputs) {
    const stat = statOf(input)
    if (stat.isDirectory()) walk.folder(input, input)
    else if (!stat.isFile())
      throw new TraceError(
        'not-markdown',
        `"${input}" is not a file: write the page to a file that ends in .md.`,
      )
    else if (isMarkdown(input)) walk.file(input)
    else
      throw new TraceError(
        'not-markdown',
        otherFormat(input) ?? `"${input}" is not a Markdown file: it must end in .md or .mdx.`,
      )
  }
  return walk.listed
}
