import { callOwn } from '../../session/own-function.ts'
import type { OwnPages } from '../../targets/own-pages.ts'
import type { Bench } from '../bench/bench.ts'
import { holder, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { Rejections } from '../bench/rejections.ts'
import { codesLike } from './codes-like.ts'
import { asksForProof, giveProof } from './prove-again.ts'
import { recover, recovers } from './recover.ts'

/**
 * Codes that were written down somewhere are worth nothing once their holder has made new ones: that is what new ones are made for.
 * Judges `renewed`, `says` and `recovers`.
 * @throws NotTestable where the profile does not say how new ones are made
 */
export async function proveRenewed(bench: Bench): Promise<void> {
  const { renew } = bench.pages('recoveryCode')
  if (!renew)
    throw new NotTestable('The profile does not say how new codes are made (pages.recoveryCode.renew).')
  const person = await holder(bench)
  const former = person.account.recoveryCodes ?? []
  const [old = ''] = former
  await toProtectedPage(person)
  const [fresh] = await renewed(person, renew, former)
  if (fresh === undefined) throw new Unproven('The page shows no new recovery codes.')
  const thief = await bench.elsewhere(person)
  const error = await thief.errorAfter(() => recover(thief, old))
  const rejections = new Rejections(bench)
  const facts = await thief.signedIn()
  rejections.prove({ claim: 'renewed', of: 'a recovery code from before new ones were made', error, facts })
  await rejections.control({
    of: 'a new recovery code',
    works: () => recovers(thief, fresh),
    afresh: async () => recovers(await bench.elsewhere(person), fresh),
  })
}

type Renew = NonNullable<NonNullable<OwnPages['recoveryCode']>['renew']>

/** Makes new codes, and answers them. @param former what they look like */
async function renewed(person: Person, renew: Renew, former: readonly string[]): Promise<string[]> {
  const { page } = person
  if (typeof renew === 'function') return callOwn('pages.recoveryCode.renew', page, () => renew(page))
  await person.open(renew.at)
  const before = codesLike(former, await textOf(person))
  for (const label of renew.press) {
    await person.pressLabel(label)
    if (await asksForProof(person)) await giveProof(person)
  }
  const shown = async () => codesLike(former, await textOf(person)).filter((code) => !before.includes(code))
  await poll(async () => (await shown()).length > 0, person.patience)
  return shown()
}

/** What can be read on the page, in fields too. */
const textOf = ({ page }: Person): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    return [document.body.innerText, ...fields.map(({ value }) => value)].join('\n')
  })
