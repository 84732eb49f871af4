import type { Root } from 'mdast'
import { parse } from 'yaml'
import { z } from 'zod'

const FrontMatter = z.object({
  id: z.coerce.string().optional().catch(undefined),
  title: z.coerce.string().optional().catch(undefined),
})

/** The two entries of a page's front matter that name it. */
export type FrontMatter = z.infer<typeof FrontMatter>

/** The front matter of a page; empty where it has none or it is not valid YAML. */
export function frontMatterOf(root: Root): FrontMatter {
  const first = root.children[0]
  if (first?.type !== 'yaml') return {}
  try {
    return FrontMatter.catch({}).parse(parse(first.value))
  } catch {
    return {}
  }
}
