import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { atNewPassword, type MailedKind, setPassword } from '../bench/new-password.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'
import type { Tried } from './choose.ts'
import { opensElsewhere } from './opens-elsewhere.ts'

/** What the page refused without asking the deployment, and the error that it showed. */
export interface Unsent extends Tried {
  error: string | undefined
}

interface PastPage {
  tried: readonly Unsent[]
  /** A password that the page sends. */
  control: string
  /** By which mail the form is reached. */
  kind?: MailedKind | undefined
}

/**
 * Sends passwords that a page would not send: in the request that it makes for another one. The control is that request itself,
 * sent in the same way. Judges the claims of what was tried, and whether the page showed an error.
 */
export async function provePastPage(bench: Bench, { tried, control, kind }: PastPage): Promise<void> {
  const person = await atNewPassword(bench, kind)
  const sent = await person.interceptRequest(() => setPassword(person, control, kind))
  const jar = await Jar.of(person)
  const refused: Unsent[] = []
  for (const one of tried) {
    const change = (of: Sent) => withValue(of, control, one.password)
    if (change(sent).body === sent.body) {
      bench.unproven(one.claim, 'The page does not send a password as it is typed, so no other can be sent.')
      continue
    }
    await jar.sendFresh(sent, change)
    if (await opensElsewhere(person, one.password)) {
      bench.claim(one.claim, false, `the page refuses ${one.of}, but sent past the page it is accepted`)
      await jar.close()
      // The form is spent: the others are tried on another one.
      const others = tried.slice(tried.indexOf(one) + 1)
      return others.length + refused.length === 0
        ? undefined
        : provePastPage(bench, { tried: [...refused, ...others], control, kind })
    }
    refused.push(one)
  }
  await jar.sendFresh(sent)
  await jar.close()
  const works = await opensElsewhere(person, control)
  for (const { claim, of } of refused)
    if (works) bench.claim(claim, true)
    else bench.unproven(claim, `The page refuses ${of}; past the page no password is accepted at all.`)
  for (const { of, error } of tried)
    if (error === undefined) bench.unproven('says', `After ${of} no error is shown: silence proves nothing.`)
    else bench.claim('says', true)
}
