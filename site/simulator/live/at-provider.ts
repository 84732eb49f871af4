import type { EventSpec } from '../../../machines/flow.ts'
import type { Frame } from './frame.ts'
import type { Sandbox } from './sandbox.ts'

interface Person {
  name: string
  password: string
}

const WRONG = 'not the password'

/** Who signs in for an event of the provider. */
const people: Record<string, (provider: Sandbox['provider']) => Person> = {
  'sign-in': ({ entra, password }) => ({ name: entra.administrator, password }),
  'provider.right': ({ user, password }) => ({ name: user, password }),
  'provider.wrong-password': ({ user }) => ({ name: user, password: WRONG }),
  'provider.unknown-user': ({ user }) => ({ name: `nobody@${user.split('@')[1]}`, password: WRONG }),
}

/** Whether an event means signing in, on as many pages as the provider takes for it. */
export const isSignIn = (event: string) => event in people

/** Signs in for the reader, and answers when the provider lets through or says no. */
export async function signInAtProvider(event: string, { at }: EventSpec, frame: Frame, sandbox: Sandbox) {
  const { provider } = sandbox
  const person = people[event]?.(provider)
  if (!person) return
  if (at === 'admin-center') await frame.visit(provider.entra.adminCenter)
  let page = frame.page?.title
  // A page of the tenant's own leads there.
  if (page === undefined || !stepOf(page, person)) page = (await frame.next('page')).title
  // The name that is shown may be another's.
  if (page === 'Enter password') page = (await frame.press('Change')).title
  for (;;) {
    const step = stepOf(page, person)
    if (!step) return
    if (step.fill) await frame.fill(step.fill)
    const next = (await frame.press(step.press)).title
    if (next === page) return
    page = next
  }
}

/** What is done on a page of the provider, by its title. */
function stepOf(
  title: string,
  { name, password }: Person,
): (Pick<EventSpec, 'fill'> & { press: string }) | undefined {
  switch (title) {
    case 'Sign in':
      return { fill: { 'Email address': name }, press: 'Next' }
    case 'Enter password':
      return { fill: { Password: password }, press: 'Sign in' }
    case 'Stay signed in?':
      return { press: 'Yes' }
    default:
      return undefined
  }
}
