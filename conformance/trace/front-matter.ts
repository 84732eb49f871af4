import type { Literal, Nodes, Root } from 'mdast'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'

declare module 'mdast' {
  /** Hugo's front matter, between lines of `+++`. */
  interface Toml extends Literal {
    type: 'toml'
  }
  interface RootContentMap {
    toml: Toml
  }
  interface FrontmatterContentMap {
    toml: Toml
  }
}

const FrontMatter = z.object({
  id: z.coerce.string().optional().catch(undefined),
  title: z.coerce.string().optional().catch(undefined),
})

/** The two entries of a page's front matter that name it. */
export type FrontMatter = z.infer<typeof FrontMatter>

const Data = z.record(z.string(), z.unknown()).catch({})

/** The entries of a front matter in YAML or TOML; none where it is neither. */
export function dataOf({ type, value }: Extract<Nodes, { type: 'yaml' | 'toml' }>): Record<string, unknown> {
  try {
    return Data.parse(type === 'yaml' ? parseYaml(value) : parseToml(value))
  } catch {
    return {}
  }
}

/** The front matter of a page; empty where it has none or it is not valid. */
export function frontMatterOf(root: Root): FrontMatter {
  const first = root.children[0]
  if (first?.type !== 'yaml' && first?.type !== 'toml') return {}
  return FrontMatter.catch({}).parse(dataOf(first))
}
