import { readPages } from '../trace/read-pages.ts'
import { DraftError } from './draft-error.ts'
import { draftFlow } from './draft-flow.ts'
import { DraftScreens } from './draft-screens.ts'
import { kebab, UNNAMED } from './names.ts'
import type { DraftPack } from './write-pack.ts'

/** Files of the pack that are no flow's. */
const OWN_FILES = ['pack', 'screens']

/** A title in another script has nothing that an id could have. */
function idFor(title: string, n: number): string {
  const id = kebab(title)
  if (id === UNNAMED) return `procedure-${n + 1}`
  return OWN_FILES.includes(id) ? `${id}-flow` : id
}

/**
 * Makes a pack of documentation: a flow for each procedure with numbered steps, a state for each step.
 * @param inputs pages in Markdown, MDX or HTML, and folders of them
 * @param id of the pack
 * @throws DraftError `no-procedure`; TraceError for what cannot be read
 */
export function draftPack(inputs: string[], id: string): DraftPack {
  const { pages } = readPages(inputs)
  const procedures = pages.flatMap((page) => page.procedures)
  if (procedures.length === 0)
    throw new DraftError(
      'no-procedure',
      `No numbered steps were found in ${inputs.join(', ')}: number the instructions (“1. Click Save.”), or name another page.`,
    )
  const screens = new DraftScreens()
  const flows = procedures.map((procedure, n) => draftFlow(procedure, screens, idFor(procedure.title, n)))
  const taken = new Map<string, number>()
  for (const flow of flows) {
    const count = (taken.get(flow.id) ?? 0) + 1
    taken.set(flow.id, count)
    if (count > 1)
      throw new DraftError(
        'two-alike',
        `Two procedures are called “${flow.title}”: draft one page at a time.`,
      )
  }
  const [page] = pages
  const title = page?.frontMatter.title ?? id
  return { id: kebab(id), title: String(title), screens: screens.all(), flows }
}
