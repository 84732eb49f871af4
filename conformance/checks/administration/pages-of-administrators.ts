import type { Bench } from '../bench/bench.ts'
import type { Person } from '../bench/person.ts'

/** What the profile names is read by Administrators alone: a page is no less open for not being offered. */
export async function provePagesOfAdministrators(bench: Bench, administrator: Person): Promise<void> {
  const own = bench.target.pages?.forAdministrators ?? []
  const { viewer: situation } = bench.role('administration')
  if (own.length === 0) return bench.skip('role', 'The profile names no further page of Administrators.')
  if (!bench.canArrange(situation)) return bench.skip('role', 'Nobody with a lesser role can be arranged.')
  const viewer = await bench.person(situation)
  for (const address of own) {
    const page = await read(administrator, address)
    if (page.isRefused) {
      bench.unproven('role', `The control fails: ${address} does not open to an Administrator either.`)
      continue
    }
    if (page.heading === '') {
      bench.unproven('role', `${address} has no heading by which it could be told from a refusal.`)
      continue
    }
    const seen = await read(viewer, address)
    const isOpen = !seen.isRefused && seen.path === page.path && seen.heading === page.heading
    bench.claim('role', !isOpen, `${address} opens: “${seen.heading}”`)
  }
}

/** Where an address leads somebody, and how that page begins. A refusal may be an error or a message, under the same heading. */
async function read(person: Person, address: string) {
  await person.open(address)
  const { url, headings, alerts, statuses } = await person.snapshot()
  const errors = alerts.filter((one) => !statuses.includes(one))
  // Where a sandbox has an address of its own, the rest of the path is the same.
  const path = url.replace(person.session.arranged.url, '')
  return { path, heading: headings.join(' '), isRefused: errors.length > 0 }
}
