import { pages } from 'virtual:doorstep/pages'
import type { MarkdownInstance } from 'astro'
import { z } from 'astro/zod'
import type { Flow } from '../../machines/model/flow.ts'
import { type Pack, PackError } from '../../machines/model/pack.ts'

/** The documentation of a flow in our own words. */
export interface FlowPage {
  title: string
  /** What the procedure is for, in one or two sentences. */
  lead?: string
  /** Absent if the pack has no page: then the flow's steps are the page. */
  Content?: MarkdownInstance<Record<string, unknown>>['Content']
}

const frontmatterSchema = z.object({ title: z.string(), lead: z.string() })

/**
 * The page of a flow: `<flow>.md` in the folder of its pack or, without one, the flow's own title and lead.
 * @throws PackError when the page lacks its title or lead
 */
export async function flowPageOf(pack: Pack, flow: Flow): Promise<FlowPage> {
  const page = await pages[`${pack.id}/${flow.id}`]?.()
  if (!page) return { title: flow.title }
  const { success, data } = frontmatterSchema.safeParse(page.frontmatter)
  if (!success)
    throw new PackError(pack.id, [
      `${flow.id}.md begins without a title and a lead: put both between two lines of three hyphens.`,
    ])
  return { ...data, Content: page.Content }
}
