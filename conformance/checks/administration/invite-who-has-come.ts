import { pressInRow } from '../bench/administration.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { anotherComes, countMails } from '../bench/mailed-link.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { BETWEEN_MAILS } from '../bench/sent-again.ts'

/** The request that invites someone again, held back; `undefined` where their row offers nothing. */
export async function resendingOf(administrator: Person, email: string): Promise<Sent | undefined> {
  const { resend } = administrator.role('administration')
  try {
    return await administrator.interceptRequest(() => pressInRow(administrator, email, resend))
  } catch (error) {
    if (error instanceof NotTestable) return undefined
    throw error
  }
}

/**
 * An invitation leads to a form that sets a password without the old one.
 * @param come invites the one who has come
 * @param pending the same of someone who has not: the control
 */
export async function proveVerified(
  bench: Bench,
  administrator: Person,
  { come, pending }: Record<'come' | 'pending', Sent | undefined>,
) {
  if (!come || !pending) return bench.skip('verified', 'No row of the list offers to invite its user again.')
  await administrator.wait(BETWEEN_MAILS)
  const isMailed = await isMailedBy(administrator, come)
  if (isMailed || (await isMailedBy(administrator, pending)))
    bench.claim('verified', !isMailed, 'an invitation is mailed')
  else bench.unproven('verified', 'The control fails: the request invites no one who is pending either.')
}

async function isMailedBy(administrator: Person, sent: Sent): Promise<boolean> {
  const { openLink } = administrator.role('activation')
  const before = await countMails(administrator, openLink)
  const own = await Jar.of(administrator)
  // Where the row offers it no longer, the page would give the address of another one.
  await own.sendFresh(sent, (fresh) => ({ ...fresh, url: sent.url }))
  await own.close()
  return anotherComes(administrator, openLink, before)
}
