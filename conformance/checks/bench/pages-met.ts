import type { Response } from '@playwright/test'
import { NotThere } from '../../session/find.ts'
import { isSameSite } from '../../session/own-headers.ts'
import { addNewcomer, openFromProtectedPage, toUsers } from './administration.ts'
import type { Bench } from './bench.ts'
import { hasApp, member, toAppEnrolment } from './journeys.ts'
import { NotTestable, Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** An answer of the deployment that a browser has met. */
export interface Met {
  url: string
  status: number
  /** By names in small letters. */
  headers: Record<string, string>
  body: string
  /** A page, and nothing that a script of one reads. */
  isPage: boolean
}

/** The pages that a browser meets while something is done, and what their scripts read. Redirects are none. */
export async function metDuring(person: Person, action: () => Promise<unknown>): Promise<Met[]> {
  const { page, session } = person
  const { hostname } = new URL(session.arranged.dashboard)
  const met: Promise<Met>[] = []
  const note = (response: Response) => {
    const type = response.request().resourceType()
    const isMet =
      ['document', 'fetch', 'xhr'].includes(type) && (response.status() < 300 || response.status() > 399)
    if (isMet && isSameSite(new URL(response.url()).hostname, hostname))
      met.push(read(response, type === 'document'))
  }
  page.on('response', note)
  try {
    await action()
    await person.settle()
  } catch (error) {
    // What was met on the way there counts.
    if (!(error instanceof NotTestable || error instanceof Unproven || error instanceof NotThere)) throw error
  } finally {
    page.off('response', note)
  }
  return Promise.all(met)
}

const read = async (response: Response, isPage: boolean): Promise<Met> => ({
  url: response.url(),
  status: response.status(),
  headers: await response.allHeaders().catch(() => response.headers()),
  body: await response.text().catch(() => ''),
  isPage,
})

/** What somebody meets who enrols an authenticator app at the first login; nothing where nobody does. Uses login, codes. */
export async function metAtEnrolment(bench: Bench): Promise<{ person: Person; met: Met[] } | undefined> {
  if (!hasApp(bench) || !bench.canArrange(bench.role('login').withoutFactor)) return undefined
  const person = await member(bench)
  return { person, met: await metDuring(person, () => toAppEnrolment(person)) }
}

/** What an Administrator meets who adds somebody and opens the settings; nothing where there is none. Uses administration, ssoSettings. */
export async function metByAdministrator(bench: Bench): Promise<{ added: string; met: Met[] } | undefined> {
  const administration = bench.optionalRole('administration')
  if (!administration || !bench.canArrange(administration.administrator)) return undefined
  const administrator = await bench.person(administration.administrator)
  let added = ''
  const users = await metDuring(administrator, async () => {
    await toUsers(administrator)
    added = await addNewcomer(administrator)
    await toUsers(administrator)
  })
  const settings = bench.optionalRole('ssoSettings')
  const further = settings
    ? await metDuring(administrator, () => openFromProtectedPage(administrator, settings.open))
    : []
  return { added, met: [...users, ...further] }
}
