/** Written by the Vite plugin in pack-modules.ts. */
declare module 'virtual:doorstep/packs' {
  import type { Pack } from '../../machines/model/pack.ts'

  /** Id of a pack → loads it; the first is the one whose flows have the short addresses. */
  export const loaders: Readonly<Record<string, () => Promise<Pack>>>
}

declare module 'virtual:doorstep/pages' {
  import type { MarkdownInstance } from 'astro'

  /** `<pack>/<flow>` → its page, if the pack has one. */
  export const pages: Readonly<Record<string, () => Promise<MarkdownInstance<Record<string, unknown>>>>>
}

declare module 'virtual:doorstep/diagrams' {
  /** `<pack>/<flow>` → its diagram as SVG, where it was drawn ahead of time. */
  export const diagrams: Readonly<Record<string, string>>
}

declare module 'virtual:doorstep/mermaid' {
  import type mermaid from 'mermaid'

  /** Loads Mermaid; absent where every diagram was drawn ahead of time. */
  export const loadMermaid: (() => Promise<typeof mermaid>) | undefined
}
