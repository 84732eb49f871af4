import type { Live } from './open-live.ts'
import { noteTyped } from './typing.ts'

/** Types into the page what was in its form before this page was loaded again. */
export async function fillAgain(live: Live, form: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(form)) {
    await live.frame.fill(label, value)
    await noteTyped(live, label, value)
  }
}
