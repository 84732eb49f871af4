import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { toEmail } from '../bench/journeys.ts'
import { tokenOf } from '../bench/link-token.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { otherPassword } from '../bench/mailed-passwords.ts'
import { heldForm, type MailedKind, sentLink, setPassword } from '../bench/new-password.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { withToken } from '../bench/with-value.ts'
import { heldPassword } from '../passwords/held-password.ts'
import { opensElsewhere } from '../passwords/opens-elsewhere.ts'
import { strangeToken } from './strange-token.ts'

/**
 * What the form behind a link sends is sent by somebody who has no link: with a token that nobody was mailed, with an empty one, and,
 * where the browser keeps the link, without it. The page may refuse a link, and the address of its form none. Uses login.
 */
export async function proveFormRefused(bench: Bench, kind: MailedKind): Promise<void> {
  const { openLink, passwordForm } = bench.role(kind)
  const person = await sentLink(bench, kind)
  const link = await mailedLink(person, openLink)
  await person.open(link)
  await person.reach(passwordForm)
  const password = otherPassword(bench)
  const { sent, known } = await heldForm(person, () => setPassword(person, password, kind))
  const error = await errorWithout(await bench.elsewhere(person), sent, tokenOf(link, known))
  const accepted = await opensElsewhere(person, password)
  const rejections = new Rejections(bench)
  rejections.prove({
    claim: 'form',
    of: `the form of the ${kind} link with another token, or with none,`,
    error,
    silent: 'what counts is whether the password is set',
    accepted,
    otherwise: 'its password is set',
  })
  await rejections.control({
    of: 'the form as the page sends it',
    async works() {
      if (accepted) throw new Unproven('Its link is spent.')
      const jar = await Jar.of(person)
      await jar.sendFresh(sent)
      await jar.close()
      return opensElsewhere(person, password)
    },
    async afresh() {
      const other = await heldPassword(bench, kind)
      await other.send()
      return opensElsewhere(other.person, other.password)
    },
  })
}

/** What the page gives a form in addition to the token comes from another page: that of the link would be a link. */
async function errorWithout(stranger: Person, sent: Sent, token: string): Promise<string | undefined> {
  await toEmail(stranger)
  const from = stranger.page.url()
  const jar = await Jar.of(stranger)
  const isSent = `${sent.url} ${sent.body}`.includes(token)
  let said: string | undefined
  for (const other of isSent ? [strangeToken(token), ''] : [token]) {
    const { error } = await jar.send(withToken(await jar.fresh({ ...sent, from }), token, other))
    said ??= error
  }
  await jar.close()
  return said
}
