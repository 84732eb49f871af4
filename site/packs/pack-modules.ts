import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, searchForWorkspaceRoot } from 'vite'
import { drawFlows } from '../diagrams/draw-flows.ts'
import type { ShownPack } from './open-packs.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const authoring = here('../../machines/authoring.ts')
/** What a pack imports by name. */
const ours = new Map([
  ['doorstep', authoring],
  ['@doorstep/machines', here('../../machines/index.ts')],
])
const prefix = 'virtual:doorstep/'

const inFolder = (folder: string, file: string) => file.startsWith(folder + sep)

/**
 * Vite plugin: the pages find the packs, their documentation and their diagrams as modules, wherever on disk a pack is
 * (virtual.d.ts says what is in them). A pack imports our packages and `xstate`, and gets ours.
 */
export function packModules(packs: readonly ShownPack[], command: 'dev' | 'build'): Plugin {
  const outside = packs.filter(({ bundled }) => !bundled)
  const modules = new PackModules(packs, command)
  return {
    name: 'pack-modules',
    enforce: 'pre',
    config: () => ({
      // What stays external is looked for from where the pack is, and is not there.
      ...(outside.length > 0 && { ssr: { noExternal: [...ours.keys(), 'xstate'] } }),
      server: {
        fs: { allow: [searchForWorkspaceRoot(process.cwd()), ...outside.map(({ folder }) => folder)] },
      },
    }),
    resolveId(source, importer) {
      // The pages were made from these packs: a browser need not find out again that nothing is wrong with them.
      if (command === 'build' && this.environment.name === 'client' && source.endsWith('/pack-problems.ts'))
        return `\0${prefix}no-problems`
      const own = ours.get(source)
      if (own) return own
      if (source.startsWith(prefix)) return `\0${source}`
      const isOutside = importer && outside.some(({ folder }) => inFolder(folder, importer))
      return source === 'xstate' && isOutside
        ? this.resolve(source, authoring, { skipSelf: true })
        : undefined
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      return modules.write(id.slice(prefix.length + 1))
    },
    configureServer({ watcher, moduleGraph, ws }) {
      watcher.add(outside.map(({ folder }) => folder))
      const onPage = (file: string) => {
        if (!file.endsWith('.md') || !packs.some(({ folder }) => inFolder(folder, file))) return
        const module = moduleGraph.getModuleById(`\0${prefix}pages`)
        if (module) moduleGraph.invalidateModule(module)
        ws.send({ type: 'full-reload' })
      }
      watcher.on('add', onPage)
      watcher.on('unlink', onPage)
    },
  }
}

class PackModules {
  readonly #packs: readonly ShownPack[]
  readonly #command: 'dev' | 'build'
  #diagrams: Promise<Record<string, string>> | undefined

  constructor(packs: readonly ShownPack[], command: 'dev' | 'build') {
    this.#packs = packs
    this.#command = command
  }

  async write(name: string): Promise<string | undefined> {
    if (name === 'packs') return this.#packModule()
    if (name === 'pages') return this.#pageModule()
    if (name === 'diagrams') return `export const diagrams = ${JSON.stringify(await this.#drawn())}`
    if (name === 'mermaid') return this.#mermaidModule()
    if (name === 'no-problems') return 'export const problemsOf = () => []'
    return undefined
  }

  #packModule(): string {
    const loaders = this.#packs.map(({ pack, file }) => {
      const load = `() => import(${JSON.stringify(file)}).then((module) => packIn(module, ${JSON.stringify(file)}))`
      return `${JSON.stringify(pack.id)}: ${load},`
    })
    return [
      `import { packIn } from ${JSON.stringify(here('../../machines/model/pack.ts'))}`,
      `export const loaders = {\n${loaders.join('\n')}\n}`,
    ].join('\n')
  }

  #pageModule(): string {
    const pages = this.#flows().flatMap(({ key, folder, flow }) => {
      const file = join(folder, `${flow.id}.md`)
      return existsSync(file) ? [`${JSON.stringify(key)}: () => import(${JSON.stringify(file)}),`] : []
    })
    return `export const pages = {\n${pages.join('\n')}\n}`
  }

  async #mermaidModule(): Promise<string> {
    const drawn = await this.#drawn()
    return this.#flows().every(({ key }) => key in drawn)
      ? 'export const loadMermaid = undefined'
      : `export const loadMermaid = () => import('mermaid').then((module) => module.default)`
  }

  /** In a build, diagrams of other packs are drawn now; while developing they change too often for that. */
  #drawn(): Promise<Record<string, string>> {
    this.#diagrams ??= this.#draw()
    return this.#diagrams
  }

  async #draw(): Promise<Record<string, string>> {
    const flows = this.#flows()
    const kept = flows.flatMap(({ bundled, key }) =>
      bundled ? [[key, readFileSync(here(`../diagrams/svg/${key}.svg`), 'utf8')] as const] : [],
    )
    const missing = flows.filter(({ bundled }) => !bundled)
    const drawn = this.#command === 'build' ? await drawFlows(missing) : []
    return Object.fromEntries([
      ...kept,
      ...missing.flatMap(({ key }, n) => (drawn[n] ? [[key, drawn[n]] as const] : [])),
    ])
  }

  #flows() {
    return this.#packs.flatMap(({ pack, folder, bundled }) =>
      pack.flows.map((flow) => ({ pack, folder, bundled, flow, key: `${pack.id}/${flow.id}` })),
    )
  }
}
