import { type Node, type Program, parseSync, Visitor } from 'oxc-parser'

/** Something a file imports: the specifier as it is written, its 1-based line, and where its literal begins in the text. */
export interface Import {
  specifier: string
  line: number
  start: number
}

/** The scripts of an Astro file: its front matter, and what is between `<script>` and `</script>`. */
const astroScripts = /^---\n([\s\S]*?)\n---|<script[^>]*>([\s\S]*?)<\/script>/g

/** Every module that a source file imports, re-exports, or loads by `import()` or `import.meta.glob()` with a literal. */
export function importsOf(file: string, source: string): Import[] {
  if (!file.endsWith('.astro')) return importsOfScript(file, source)
  return [...source.matchAll(astroScripts)].flatMap((match) => {
    const script = match[1] ?? match[2] ?? ''
    const before = source.slice(0, match.index + match[0].indexOf(script))
    return importsOfScript(`${file}.ts`, script).map(({ specifier, line, start }) => ({
      specifier,
      line: line + lineAt(before, before.length) - 1,
      start: start + before.length,
    }))
  })
}

function importsOfScript(file: string, source: string): Import[] {
  const parsed = parseSync(file, source)
  const { module } = parsed
  const [error] = parsed.errors
  if (error) throw new Error(`${file} cannot be parsed: ${error.message}`)
  const found = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest ?? [])),
    // The whole tree takes long to read, and few files have such imports.
    ...(/\bimport\s*[.(]/.test(source) ? importsWithin(parsed.program) : []),
  ].map(({ value, start }) => ({ specifier: value, line: lineAt(source, start), start }))
  return [...new Map(found.map((one) => [one.start, one])).values()]
}

/** What is imported in the middle of the code: by `import()`, in a type too, and by `import.meta.glob()`. */
function importsWithin(program: Program): { value: string; start: number }[] {
  const found: { value: string; start: number }[] = []
  const add = (node: Node | undefined) => {
    if (node?.type === 'ArrayExpression') for (const element of node.elements) add(element ?? undefined)
    if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
      found.push({ value: node.quasis[0]?.value.cooked ?? '', start: node.start })
    if (node?.type === 'Literal' && typeof node.value === 'string')
      found.push({ value: node.value, start: node.start })
  }
  new Visitor({
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'MetaProperty') return
      if (callee.property.type === 'Identifier' && callee.property.name === 'glob') add(first)
    },
  }).visit(program)
  return found
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length
