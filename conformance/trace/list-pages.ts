import { globSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { TraceError } from './trace-error.ts'

const markdown = ['.md', '.mdx']
const isMarkdown = (path: string) => markdown.includes(extname(path).toLowerCase())
const isSkipped = (name: string) => name === 'node_modules' || (name.startsWith('.') && name.length > 1)

function isFolder(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new TraceError('not-found', `There is no file or folder "${path}".`)
  return stat.isDirectory()
}

/**
 * The Markdown files that the given files and folders name, each once, folders with all that is in them, sorted.
 * Throws `not-found`, `not-markdown` for a file with another ending, `no-markdown` for a folder without any.
 */
export function listPages(inputs: string[]): string[] {
  const files = inputs.flatMap((input) => {
    if (!isFolder(input)) {
      if (isMarkdown(input)) return [input]
      throw new TraceError('not-markdown', `"${input}" is not a Markdown file: it must end in .md or .mdx.`)
    }
    const found = globSync('**/*', {
      cwd: input,
      withFileTypes: true,
      exclude: (entry) => isSkipped(entry.name),
    })
      .filter((entry) => entry.isFile() && isMarkdown(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    if (found.length === 0) {
      throw new TraceError('no-markdown', `The folder "${input}" holds no .md or .mdx file.`)
    }
    return found
  })
  return [...new Set(files)]
}
