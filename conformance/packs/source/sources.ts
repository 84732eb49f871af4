import type { ModuleExportName, Program } from 'oxc-parser'
import { declare } from './declare.ts'
import { evaluate } from './evaluate.ts'
import { fileOf, readModule } from './module.ts'
import { Scope } from './scope.ts'
import type { Entry, Value } from './value.ts'

type Statement = Program['body'][number]

/** Files that import each other, each read when it is first needed. */
export class Sources {
  readonly #scopes = new Map<string, Scope | undefined>()

  /** The names of a file's top level; `undefined` where it cannot be read. */
  open(file: string): Scope | undefined {
    if (this.#scopes.has(file)) return this.#scopes.get(file)
    const module = readModule(file)
    const scope = module && new Scope(module)
    this.#scopes.set(file, scope)
    if (!scope) return undefined
    declare(scope, module.program.body, evaluate)
    for (const statement of module.program.body) this.#import(scope, statement)
    return scope
  }

  /** A file and those that it imports, as far as they can be read. */
  reach(file: string): Scope[] {
    const reached = new Map<string, Scope>()
    const visit = (file: string) => {
      const scope = reached.has(file) ? undefined : this.open(file)
      if (!scope) return
      reached.set(file, scope)
      for (const statement of scope.module.program.body) {
        const next = 'source' in statement && statement.source && fileOf(statement.source.value, file)
        if (next) visit(next)
      }
    }
    visit(file)
    return [...reached.values()]
  }

  #import(scope: Scope, statement: Statement): void {
    if (statement.type !== 'ImportDeclaration') return
    const file = fileOf(statement.source.value, scope.module.file)
    for (const specifier of statement.specifiers) {
      const { local } = specifier
      if (specifier.type === 'ImportNamespaceSpecifier') {
        scope.set(local.name, () => (file ? this.#all(file) : undefined))
        continue
      }
      const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default'
      scope.set(local.name, () => (file ? this.exported(file, name) : { kind: 'foreign', name }))
    }
  }

  /** What a file exports by a name. */
  exported(file: string, name: string): Value | undefined {
    return this.exports(file).get(name)?.value()
  }

  #all(file: string): Value | undefined {
    const module = this.open(file)?.module
    if (!module) return undefined
    return { kind: 'record', spot: { module, start: 0, end: 0 }, entries: this.exports(file), partial: true }
  }

  /** Everything that a file exports, by its name. */
  exports(file: string, seen: readonly string[] = []): Map<string, Entry> {
    const scope = this.open(file)
    const found = new Map<string, Entry>()
    if (!scope || seen.includes(file)) return found
    for (const statement of scope.module.program.body)
      for (const [name, entry] of this.#exportsOf(scope, statement, [...seen, file])) found.set(name, entry)
    return found
  }

  #exportsOf(scope: Scope, statement: Statement, seen: readonly string[]): [string, Entry][] {
    const { module } = scope
    const spot = { module, start: statement.start, end: statement.end }
    const entry = (value: Entry['value']): Entry => ({ spot, value })
    if (statement.type === 'ExportDefaultDeclaration')
      return [['default', entry(() => evaluate(statement.declaration, scope))]]
    if (statement.type === 'ExportAllDeclaration') {
      const file = fileOf(statement.source.value, module.file)
      if (!file) return []
      if (statement.exported) return [[nameOf(statement.exported), entry(() => this.#all(file))]]
      return [...this.exports(file, seen)].filter(([name]) => name !== 'default')
    }
    if (statement.type !== 'ExportNamedDeclaration') return []
    const { declaration, source, specifiers } = statement
    const local = (name: string) => entry(() => (module.changed.has(name) ? undefined : scope.get(name)?.()))
    if (declaration?.type === 'VariableDeclaration')
      return declaration.declarations.flatMap(({ id }) =>
        id.type === 'Identifier' ? [[id.name, local(id.name)] as [string, Entry]] : [],
      )
    if (declaration?.type === 'FunctionDeclaration' && declaration.id)
      return [[declaration.id.name, local(declaration.id.name)]]
    const file = source && fileOf(source.value, module.file)
    return specifiers.map((specifier) => {
      const name = nameOf(specifier.local)
      const value = source
        ? entry(() => (file ? this.exported(file, name) : { kind: 'foreign', name }))
        : local(name)
      return [nameOf(specifier.exported), value]
    })
  }
}

const nameOf = (name: ModuleExportName) => (name.type === 'Literal' ? name.value : name.name)
