import { parse } from 'node-html-parser'
import type { Bench } from '../bench/bench.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { choosePassword, goodPassword } from '../bench/mailed-passwords.ts'
import { type MailedKind, sentLink } from '../bench/new-password.ts'
import { Unproven } from '../bench/outcome.ts'

const AT_ONCE = 4
/** A race is not lost every time. */
const ROUNDS = 3

/**
 * Several browsers have the form of one link open, and each sends another password in the same moment: one request may set it. How
 * that is answered, and how one that comes too late, is learned from another link.
 */
export async function proveOnceAtOnce(bench: Bench, kind: MailedKind): Promise<void> {
  const claim = `${kind}-at-once`
  try {
    const [send] = await openForms(bench, kind, 1)
    const [taken, late] = [await send?.(), await send?.()]
    if (taken === late) throw new Unproven('A request that comes too late is answered as the first one is.')
    for (let round = 0; round < ROUNDS; round++) {
      const sends = await openForms(bench, kind, AT_ONCE)
      const answers = await Promise.all(sends.map((each) => each()))
      const setters = answers.filter((answer) => answer === taken).length
      if (setters === 0) throw new Unproven('None of the requests is answered as one alone is.')
      if (!bench.claim(claim, setters === 1, `of ${AT_ONCE}, ${setters} do`)) return
    }
  } catch (error) {
    if (!(error instanceof Unproven)) throw error
    bench.unproven(claim, error.message)
  }
}

/** For each browser how it sends its form, which answers what comes of that. */
async function openForms(bench: Bench, kind: MailedKind, count: number): Promise<(() => Promise<string>)[]> {
  const mailed = bench.role(kind)
  const person = await sentLink(bench, kind)
  const link = await mailedLink(person, mailed.openLink)
  const sends: (() => Promise<string>)[] = []
  for (let n = 0; n < count; n++) {
    const one = await bench.elsewhere(person)
    await one.open(link)
    await one.reach(mailed.passwordForm)
    const password = `${goodPassword(bench)} ${n}`
    const sent = await one.interceptRequest(() => choosePassword(one, password, mailed.choosePassword))
    const jar = await Jar.of(one)
    const fresh = await jar.fresh(sent)
    await one.session.context.close()
    sends.push(async () => inBrief(await jar.send(fresh), one.account.email))
  }
  return sends
}

/** What tells an answer from others, and not one person from others. */
function inBrief({ hops, error, body }: Answer, email: string): string {
  const headings = parse(body.includes('<') ? body : '').querySelectorAll('title, h1, h2')
  const words = headings.map(({ text }) => text.trim().replaceAll(email, '…'))
  return [...hops.map(({ status }) => status), error === undefined ? 'taken' : 'refused', ...words].join(' ')
}
