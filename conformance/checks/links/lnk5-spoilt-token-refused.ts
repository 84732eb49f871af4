import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { tokenOf } from '../bench/link-token.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { goodPassword, otherPassword } from '../bench/mailed-passwords.ts'
import {
  atNewPassword,
  heldForm,
  kindHere,
  type MailedKind,
  mailedKinds,
  sentLink,
  setPassword,
  whyNoLink,
} from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { withToken } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { provePurpose } from './another-purpose.ts'
import { proveFormRefused } from './form-with-another-token.ts'
import { strangeToken } from './strange-token.ts'
import { tryLink } from './try-link.ts'

/** Digits, hexadecimal ones, or a UUID (RFC 9562 section 4): read as numbers, their case makes no difference. */
const HEXADECIMAL = /^[\da-f-]+$/i

export const lnk5 = defineCheck({
  id: 'LNK5',
  title: 'A link whose token is changed is refused, and spends nothing',
  source: '6.6.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: [mailedKinds],
  uses: ['login', 'codes', 'administration'],
  needs: ['mailbox'],
  seconds: 300,
  claims: {
    changed: 'a token with one character changed leads to no form that sets a password',
    case: 'a token in other case leads to no form that sets a password',
    half: 'half a token leads to no form that sets a password',
    any: 'a token that no mail has brought leads to no form that sets a password',
    none: 'an address without a token leads to no form that sets a password',
    purpose: 'the token of a link for another purpose leads to no form that sets a password',
    form: 'a form that is sent with another token, or with none, sets no password',
    ...rejectionClaims,
  },
  async prove(bench) {
    const kinds = mailedKinds.filter((kind) => whyNoLink(bench, kind) === undefined)
    for (const kind of kinds.length > 0 ? kinds : [kindHere(bench)]) {
      await proveSpoilt(bench, kind)
      await skipIfNotTestable(bench, ['form'], () => proveFormRefused(bench, kind))
    }
    await skipIfNotTestable(bench, ['purpose'], () => provePurpose(bench))
  },
})

async function proveSpoilt(bench: Bench, kind: MailedKind) {
  const mailed = bench.role(kind)
  const person = await sentLink(bench, kind)
  const link = await mailedLink(person, mailed.openLink)
  const stranger = await bench.elsewhere(person)
  await person.open(link)
  await person.reach(mailed.passwordForm)
  // A page that is put up by script may break on a token that it cannot read, without a word; so what its form would send is sent.
  const { sent, known } = await heldForm(person, () => setPassword(person, otherPassword(bench), kind))
  const token = tokenOf(link, known)
  const [first = ''] = token
  const spoilt = {
    changed: `${first === 'a' ? 'b' : 'a'}${token.slice(1)}`,
    case: swapCase(token),
    half: token.slice(0, token.length / 2),
    any: strangeToken(token),
    none: '',
  }
  const send = async (other: string) => {
    const jar = await Jar.with(stranger)
    const { error } = await jar.send(withToken(await jar.fresh(sent), token, other))
    await jar.close()
    return error
  }
  const sendsToken = `${sent.url} ${sent.body}`.includes(token)
  const rejections = new Rejections(bench)
  for (const [claim, other] of Object.entries(spoilt)) {
    if (claim === 'case' && HEXADECIMAL.test(token)) {
      bench.skip(claim, 'The token is a number, whose case says nothing.')
      continue
    }
    const tried = await tryLink(stranger, link.replace(token, other), mailed)
    const { error, silent, accepted } = tried
    rejections.prove({
      claim,
      of: `the link ${link.replace(token, '…')} with ${other === '' ? 'no' : 'another'} token`,
      accepted,
      error: error ?? (sendsToken ? await send(other) : undefined),
      silent: silent ?? (other === '' ? 'an address without a token is that of no link' : undefined),
      facts: await stranger.signedIn(),
      otherwise: 'it leads there',
    })
  }
  await rejections.control({
    of: 'the link itself',
    async works() {
      await person.open(link)
      if (!(await person.isAt(mailed.passwordForm))) return sendsWhatWasHeld(person, sent)
      await setPassword(person, goodPassword(bench), kind)
      return person.isAt(mailed.done)
    },
    async afresh() {
      const other = await atNewPassword(bench, kind)
      await setPassword(other, goodPassword(bench), kind)
      return other.isAt(mailed.done)
    },
  })
}

/** A link may open its form once: what that form would have sent is still good then. */
async function sendsWhatWasHeld(person: Person, sent: Sent): Promise<boolean> {
  const jar = await Jar.of(person)
  const { error } = await jar.sendFresh(sent)
  await jar.close()
  return error === undefined
}

const swapCase = (text: string) =>
  [...text].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join('')
