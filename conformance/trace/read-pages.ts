import { type FoundOnPage, findProcedures } from './find-procedures.ts'
import { type ListedPages, listPages, type SkippedPage } from './list-pages.ts'
import { type Page, readPage } from './read-page.ts'
import { TraceError } from './trace-error.ts'

/** What is kept of a page that was read: its tree is not, since thousands of them fill the memory. */
export interface GivenPage extends FoundOnPage, Pick<Page, 'file' | 'frontMatter' | 'includes'> {
  /** The folder that it was given by, if it was not named itself. */
  given?: string
}

export interface ReadPages {
  pages: GivenPage[]
  /** What could not be read, with the reason. */
  skipped: SkippedPage[]
}

/** Reads a listed file, or says why it cannot be read. */
export function readListed({ file, root }: ListedPages['files'][number]): GivenPage | SkippedPage {
  try {
    const page = readPage(file)
    const { frontMatter, includes } = page
    return {
      file,
      frontMatter,
      includes,
      ...findProcedures(page),
      ...(root !== undefined && { given: root }),
    }
  } catch (cause) {
    if (!(cause instanceof TraceError)) throw cause
    return { file, text: cause.message, open: true }
  }
}

/**
 * What was read of the given files and folders. A page that cannot be read is listed; a page that another one includes is
 * read there. Throws a TraceError if nothing could be read.
 */
export function gatherPages(
  inputs: string[],
  read: (GivenPage | SkippedPage)[],
  others: SkippedPage[],
): ReadPages {
  const pages = read.filter((one): one is GivenPage => 'procedures' in one)
  const skipped = [...others, ...read.filter((one): one is SkippedPage => 'open' in one)]
  if (pages.length === 0) {
    const [first] = skipped
    throw first
      ? new TraceError('unreadable', first.text)
      : new TraceError(
          'no-markdown',
          `The folder "${inputs[0]}" holds no page in Markdown or HTML: name the folder of your documentation.`,
        )
  }
  const included = new Set(pages.flatMap(({ includes }) => includes))
  return { pages: pages.filter(({ file, given }) => given === undefined || !included.has(file)), skipped }
}

/** Reads the given files and folders, one page after the other. Throws a TraceError if nothing can be read. */
export function readPages(inputs: string[]): ReadPages {
  const { files, skipped } = listPages(inputs)
  return gatherPages(inputs, files.map(readListed), skipped)
}
