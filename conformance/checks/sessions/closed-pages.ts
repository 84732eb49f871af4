import type { Snapshot } from '../../page/snapshot.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import type { Person } from '../bench/person.ts'

/** Judges the claim `closed`: a stranger is shown something else than someone who is logged in. Roles: session. */
export async function proveClosed(bench: Bench, person: Person): Promise<void> {
  const { closed } = bench.target.pages ?? {}
  if (!closed) return bench.skip('closed', 'The profile names no further pages (pages.closed).')
  const stranger = await bench.another(person)
  for (const at of closed) {
    // As a link of the protected page: the deployment may be below a path.
    const url = new URL(at, person.session.arranged.dashboard).href
    const own = await shownAt(person, url)
    if (own === undefined)
      bench.unproven('closed', `The control fails: ${at} shows nothing to someone who is logged in either.`)
    else bench.claim('closed', own !== (await shownAt(stranger, url)), `${at} shows it to a stranger, too`)
  }
  await stranger.session.context.close()
}

/** What a page shows; `undefined` where it is an error page, or empty. */
async function shownAt(person: Person, url: string): Promise<string | undefined> {
  const jar = await Jar.of(person)
  const { status } = await jar.open(url)
  await jar.close()
  if (status >= 400) return undefined
  await person.open(url)
  return inText(await person.snapshot()) || undefined
}

/** The headings of a page, or all its texts: an interface has no headings, and texts may tell the time. */
const inText = ({ headings, texts }: Snapshot): string => (headings.length > 0 ? headings : texts).join('\n')
