import { inWords } from '../page/snapshot.ts'
import { firstLine } from '../run/mask-url.ts'
import { observe } from '../session/observe.ts'
import type { Session } from '../session/session.ts'

/** Milliseconds between two looks at a screen. */
const PAUSE = 250

/** @throws with what is missing and what is there instead, when the target’s patience is over */
export async function expectScreen(session: Session, screen: string, signedIn: boolean): Promise<void> {
  const until = Date.now() + session.patience
  for (;;) {
    const missing = await missingOf(session, screen, signedIn)
    if (missing === undefined) return
    if (Date.now() > until)
      throw new Error(
        `${missing} Say in \`screens["${screen}"]\` what it is called here, or \`absent: 'why'\` if there is none.`,
      )
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

/** What is not on the screen, in a sentence with what is there instead; `undefined` if all of it is there. */
async function missingOf(session: Session, screen: string, signedIn: boolean): Promise<string | undefined> {
  try {
    const { missing, lacking, snapshot } = await observe(session, { screen }, { signedIn })
    const all = [...missing, ...lacking]
    if (all.length === 0) return undefined
    return `Not on “${session.screen(screen).heading}”: ${all.join(', ')}. The page shows ${inWords(snapshot)}.`
  } catch (error) {
    // A mail that has not arrived, or a page that is just being left.
    return firstLine(error)
  }
}
