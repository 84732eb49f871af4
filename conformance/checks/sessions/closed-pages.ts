import type { Snapshot } from '../../page/snapshot.ts'
import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'

/** Judges the claim `closed`: a stranger is shown something else than someone who is logged in. Roles: session. */
export async function proveClosed(bench: Bench, person: Person): Promise<void> {
  const { closed } = bench.target.pages ?? {}
  if (!closed) return bench.skip('closed', 'The profile names no further pages (pages.closed).')
  const stranger = await bench.another(person)
  for (const at of closed) {
    const own = shownBy(await open(person, at))
    const theirs = shownBy(await open(stranger, at))
    bench.claim('closed', own !== theirs, `${at} shows it to a stranger, too`)
  }
  await stranger.session.context.close()
}

async function open(person: Person, at: string): Promise<Snapshot> {
  // A link of the protected page leads there: the address may be a part of it.
  await person.open(new URL(at, person.session.arranged.dashboard).href)
  return person.snapshot()
}

/** The headings of a page, or all its texts: an interface has none, and texts may tell the time. */
const shownBy = ({ headings, texts }: Snapshot): string => (headings.length > 0 ? headings : texts).join('\n')
