import { existsSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { Parent, RootContent } from 'mdast'
import type { Irregularity } from './irregularities.ts'
import { markerOf } from './marker.ts'
import { isMarkdown } from './page-formats.ts'
import type { Page } from './read-page.ts'

/** A page that is part of another one, in the place where it is included. */
export interface Included extends Parent {
  type: 'included'
  page: Page
  children: RootContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    included: Included
  }
}

const importLine = /^import\s+(\w+)\s+from\s+['"]([^'"]+\.mdx?)['"]/gm

/** The components of a page that are pages themselves: `import Part from './_part.mdx'`. */
function importsOf(nodes: RootContent[]): Map<string, string> {
  const code = nodes.flatMap((node) => (node.type === 'mdxjsEsm' ? node.value : []))
  return new Map([...code.join('\n').matchAll(importLine)].map(([, name = '', path = '']) => [name, path]))
}

function pathOf(node: RootContent, imports: Map<string, string>): string | undefined {
  const marker = markerOf(node)
  if (marker?.does === 'include') return marker.path
  if (node.type === 'code' && node.lang === '{include}') return node.meta ?? undefined
  if (node.type !== 'mdxJsxFlowElement') return undefined
  const named = imports.get(node.name ?? '')
  if (named || !/^(?:Snippet|Include|Markdown)$/.test(node.name ?? '')) return named
  const attribute = node.attributes.find(
    (one) => one.type === 'mdxJsxAttribute' && (one.name === 'file' || one.name === 'src'),
  )
  return typeof attribute?.value === 'string' ? attribute.value : undefined
}

const FOLDERS = ['', '_includes', 'includes', 'snippets', '_snippets', 'partials']
/** Folders above a page that are looked in. */
const LEVELS = 8

const isFile = (path: string) => existsSync(path) && statSync(path).isFile()

/** Looks beside the page, then in the folders above it and those for parts there, as the generators do. */
function find(path: string, from: string): string | undefined {
  const bare = path.replace(/^(?:~|@site|@)?\/+/, '')
  let folder = dirname(from)
  for (let level = 0; level < LEVELS; level++) {
    for (const part of FOLDERS) {
      const file = join(folder, part, bare)
      if (isFile(file)) return file
    }
    if (dirname(folder) === folder) return undefined
    folder = dirname(folder)
  }
  return undefined
}

/**
 * Puts the pages that a page includes into it, on every level. What is not found, or includes itself, is an irregularity.
 * @param read reads a page; throws what the irregularity says
 * @param chain files that include each other down to this page
 */
export function resolveIncludes(
  nodes: RootContent[],
  file: string,
  chain: string[],
  read: (file: string, chain: string[]) => Page,
): { nodes: RootContent[]; irregularities: Irregularity[]; files: string[] } {
  const imports = importsOf(nodes)
  const irregularities: Irregularity[] = []
  const files: string[] = []
  const missing = (node: RootContent, path: string, why: string) => {
    const line = node.position?.start.line ?? 1
    irregularities.push({ kind: 'include-missing', file, line, text: `"${path}" is not included: ${why}.` })
    return []
  }
  const resolve = (node: RootContent): RootContent[] => {
    const path = pathOf(node, imports)
    if (path === undefined) {
      if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
        node.children = (node.children as RootContent[]).flatMap(resolve) as never
      return [node]
    }
    if (extname(path) !== '' && !isMarkdown(path)) return []
    const found = find(path, file)
    if (!found) return missing(node, path, 'there is no such file')
    if (chain.includes(found)) return missing(node, path, 'it includes itself')
    try {
      const page = read(found, [...chain, found])
      files.push(found, ...page.includes)
      irregularities.push(...page.irregularities)
      return [{ type: 'included', page, children: page.root.children }]
    } catch (cause) {
      return missing(node, path, (cause as Error).message.replace(/\.$/, ''))
    }
  }
  return { nodes: nodes.flatMap(resolve), irregularities, files }
}
