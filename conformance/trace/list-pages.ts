import { readdirSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { TraceError } from './trace-error.ts'

const isMarkdown = (path: string) => ['.md', '.mdx'].includes(extname(path).toLowerCase())
const isSkipped = (name: string) => name === 'node_modules' || name.startsWith('.')

function isFolder(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new TraceError('not-found', `There is no file or folder "${path}".`)
  return stat.isDirectory()
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isMarkdown(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).split(sep).some(isSkipped))
    .sort()
}

/**
 * The Markdown files that the given files and folders name, each once, folders with all that is in them, sorted.
 * Throws `not-found`, `not-markdown` for a file with another ending, `no-markdown` for a folder without any.
 */
export function listPages(inputs: string[]): string[] {
  const files = inputs.flatMap((input) => {
    if (isFolder(input)) {
      const found = pagesIn(input)
      if (found.length > 0) return found
      throw new TraceError('no-markdown', `The folder "${input}" holds no .md or .mdx file.`)
    }
    if (isMarkdown(input)) return [input]
    throw new TraceError('not-markdown', `"${input}" is not a Markdown file: it must end in .md or .mdx.`)
  })
  return [...new Set(files)]
}
