import type { Bench } from '../bench/bench.ts'
import { goodPassword } from '../bench/journeys.ts'
import { atNewPassword, setPassword, wayToPassword } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { Rejections } from '../bench/rejections.ts'

/** Whether a password is accepted on the form for a new one. */
export async function isAccepted(person: Person, password: string): Promise<boolean> {
  await setPassword(person, password)
  return person.isAt(wayToPassword(person.bench).done)
}

interface Refused {
  /** Name of a claim → what the report calls the password → the password. */
  tried: readonly { claim: string; of: string; password: string }[]
  /** A password that differs from these in the one property, and must be accepted. */
  control: string
}

/** Tries passwords that must be refused on the form for a new one, and then one that must be accepted. */
export async function proveRefused(bench: Bench, person: Person, { tried, control }: Refused): Promise<void> {
  const rejections = new Rejections(bench)
  const { passwordForm } = wayToPassword(bench)
  for (const { claim, of, password } of tried) {
    const error = await person.errorAfter(() => setPassword(person, password))
    const held = await person.isAt(passwordForm)
    rejections.prove({ claim, of, error, accepted: !held, facts: await person.signedIn() })
    if (!held) return
  }
  await rejections.control({
    of: `a password that differs in this alone, of ${control.length} characters,`,
    works: () => isAccepted(person, control),
    afresh: async () => isAccepted(await atNewPassword(bench), control),
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
