import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

/** The documentation in our own words, one page a flow; the file is named after the flow. */
const flows = defineCollection({
  loader: glob({ pattern: '*.md', base: './site/content/flows' }),
  schema: z.object({
    title: z.string(),
    /** One or two sentences: what this procedure is for. */
    lead: z.string(),
  }),
})

export const collections = { flows }
