import type { Bench } from '../bench/bench.ts'
import { goodPassword } from '../bench/mailed-passwords.ts'
import { atNewPassword, type MailedKind, setPassword, wayToPassword } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { Rejections } from '../bench/rejections.ts'
import { lastSent } from '../bench/sent.ts'
import { provePastPage, type Unsent } from './past-page.ts'

/** Whether a password is accepted on the form for a new one. */
export async function isAccepted(person: Person, password: string, kind?: MailedKind): Promise<boolean> {
  await setPassword(person, password, kind)
  return person.isAt(wayToPassword(person.bench, kind).done)
}

/** A password that must be refused: the claim that it is, what the report calls it, and the password itself. */
export interface Tried {
  claim: string
  of: string
  password: string
}

interface Refused {
  tried: readonly Tried[]
  /** A password that differs from these in the one property, and must be accepted. */
  control: string
  /** By which mail the form is reached; default: the first that the target sends. */
  kind?: MailedKind | undefined
}

/**
 * Tries passwords that must be refused on the form for a new one, and then one that must be accepted. What the page refuses by
 * itself is sent past it: a rule that the browser alone keeps is none.
 */
export async function proveRefused(
  bench: Bench,
  first: Person,
  { tried, control, kind }: Refused,
): Promise<void> {
  let person = first
  const rejections = new Rejections(bench)
  const { passwordForm, done } = wayToPassword(bench, kind)
  const unsent: Unsent[] = []
  for (const one of tried) {
    const { claim, of, password } = one
    let error: string | undefined
    const sent = await lastSent(person, async () => {
      error = await person.errorAfter(
        () => setPassword(person, password, kind),
        () => person.isAt(done, 0),
      )
    })
    const held = !(await person.isAt(done, 0)) && (await person.isAt(passwordForm))
    if (held && !sent) unsent.push({ ...one, error })
    else rejections.prove({ claim, of, error, accepted: !held, facts: await person.signedIn() })
    // Where one is accepted, the others are tried on a form of somebody else.
    if (!held) person = await atNewPassword(bench, kind)
  }
  if (unsent.length > 0) await provePastPage(bench, { tried: unsent, control, kind })
  await rejections.control({
    of: `a password that differs in this alone, of ${control.length} characters,`,
    works: () => isAccepted(person, control, kind),
    afresh: async () => isAccepted(await atNewPassword(bench, kind), control, kind),
  })
}

/**
 * Judges that a password is accepted. A refusal proves something only if another password is accepted.
 * @param control differs from it in the one property that is judged
 */
export async function proveAccepted(
  bench: Bench,
  person: Person,
  { claim, password, control = goodPassword(bench) }: { claim: string; password: string; control?: string },
): Promise<boolean> {
  if (await isAccepted(person, password)) return bench.claim(claim, true)
  const said = (await person.snapshot()).alerts.join(' ')
  if (await isAccepted(await atNewPassword(bench), control))
    return bench.claim(claim, false, `it is refused: ${said || 'without a word'}`)
  bench.unproven(claim, 'The control fails: no other password is accepted either.')
  return false
}
