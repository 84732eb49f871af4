import type { Bench } from '../bench/bench.ts'
import { type Answer, Jar } from '../bench/jar.ts'
import { choosePassword, goodPassword } from '../bench/journeys.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { type Mailed, type MailedKind, sentLink } from '../bench/new-password.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Sent } from '../bench/sent.ts'

const AT_ONCE = 4

/** Several browsers have the form of one link open, and each sends another password in the same moment: one request may set it. */
export async function proveOnceAtOnce(bench: Bench, kind: MailedKind): Promise<void> {
  const claim = `${kind}-at-once`
  try {
    const attempts = await openForms(bench, kind, bench.role(kind))
    const answers = await Promise.all(attempts.map(({ jar, sent }) => jar.send(sent)))
    await Promise.all(attempts.map(({ jar }) => jar.close()))
    const setters = answers.filter(isTaken).length
    if (setters === 0) throw new Unproven('None of the requests set a password.')
    bench.claim(claim, setters === 1, `of ${AT_ONCE}, ${setters} do`)
  } catch (error) {
    if (!(error instanceof Unproven)) throw error
    bench.unproven(claim, error.message)
  }
}

async function openForms(
  bench: Bench,
  kind: MailedKind,
  mailed: Mailed,
): Promise<{ jar: Jar; sent: Sent }[]> {
  const person = await sentLink(bench, kind)
  const link = await mailedLink(person, mailed.openLink)
  const attempts: { jar: Jar; sent: Sent }[] = []
  for (let n = 0; n < AT_ONCE; n++) {
    const one = await bench.elsewhere(person)
    await one.open(link)
    await one.reach(mailed.passwordForm)
    const password = `${goodPassword(bench)} ${n}`
    const sent = await one.interceptRequest(() => choosePassword(one, password, mailed.choosePassword))
    const jar = await Jar.of(one)
    attempts.push({ jar, sent: await jar.fresh(sent) })
  }
  return attempts
}

/** Whether the request was not refused: what was sent first decides, for who comes too late may be led elsewhere. */
const isTaken = ({ error, hops }: Answer): boolean => error === undefined && (hops[0]?.status ?? 0) < 400
