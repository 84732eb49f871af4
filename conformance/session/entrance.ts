import { observeScreen } from './observe-screen.ts'
import type { Session } from './session.ts'

/**
 * A product may lead to the form that asks who people are, past the page that only leads there. Nothing is gained by that: who is to be at
 * that page opens it then, to go on from there.
 * @returns whether they were led past it, and are there now
 */
export async function openEntrancePassed(session: Session, screen: string): Promise<boolean> {
  const { roles } = session.pack
  const emailForm = roles?.login?.emailForm
  if (screen !== roles?.session?.entrance || emailForm === undefined || emailForm === screen) return false
  const isShown = async (id: string) => (await observeScreen(session, id)).missing.length === 0
  if (!(await isShown(emailForm))) return false
  await session.page.goto(session.arranged.url)
  await session.settling.settled(session.patience)
  if (!(await isShown(screen))) return false
  session.notes.add('the page before the form that asks who people are is passed over')
  return true
}
