import { listPages, type SkippedPage } from './list-pages.ts'
import { type Page, readPage } from './read-page.ts'
import { TraceError } from './trace-error.ts'

/** A page with the folder that it was given by, if it was not named itself. */
export type GivenPage = Page & { given?: string }

export interface ReadPages {
  pages: GivenPage[]
  /** What could not be read, with the reason. */
  skipped: SkippedPage[]
}

/**
 * Reads the given files and folders. A page that cannot be read is skipped and listed; a page that another one includes
 * is read there. Throws a TraceError if nothing can be read.
 */
export function readPages(inputs: string[]): ReadPages {
  const { files, skipped } = listPages(inputs)
  const pages = files.flatMap(({ file, root }): GivenPage[] => {
    try {
      return [{ ...readPage(file), ...(root !== undefined && { given: root }) }]
    } catch (cause) {
      if (!(cause instanceof TraceError)) throw cause
      skipped.push({ file, text: cause.message, open: true })
      return []
    }
  })
  if (pages.length === 0) {
    const [first] = skipped
    throw first
      ? new TraceError('unreadable', first.text)
      : new TraceError('no-markdown', `The folder "${inputs[0]}" holds no .md or .mdx file.`)
  }
  const included = new Set(pages.flatMap(({ includes }) => includes))
  return { pages: pages.filter(({ file, given }) => given === undefined || !included.has(file)), skipped }
}
