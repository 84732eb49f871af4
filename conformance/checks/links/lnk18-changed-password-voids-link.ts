import type { Bench } from '../bench/bench.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { askForReset, otherPassword, toForgotten } from '../bench/mailed-passwords.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { setsPassword } from '../ownership/reset-link-of.ts'
import { changePassword, openChangeForm } from '../passwords/change-form.ts'
import { opensElsewhere } from '../passwords/opens-elsewhere.ts'
import { tryLink } from './try-link.ts'

export const lnk18 = defineCheck({
  id: 'LNK18',
  title: 'A reset link is void once the password was changed in another way',
  source: 'CWE-640; no clause of a standard demands it',
  level: 'SHOULD',
  roles: ['reset', 'login', 'session'],
  uses: ['codes'],
  needs: ['mailbox', 'pages.changePassword'],
  seconds: 120,
  claims: {
    void: 'a reset link leads to no form that sets a password, once someone who is logged in has changed it',
    ...rejectionClaims,
  },
  async prove(bench) {
    const reset = bench.role('reset')
    const owner = await account(bench)
    const link = await linkFor(bench, owner)
    await toProtectedPage(owner)
    const form = await openChangeForm(owner)
    const fresh = `${otherPassword(bench)} 7`
    await changePassword(owner, form, owner.account.password, fresh)
    if (!(await opensElsewhere(owner, fresh))) throw new Unproven('The password was not changed.')
    const finder = await bench.elsewhere(owner)
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'void',
      of: 'the link of before',
      ...(await tryLink(finder, link, reset)),
      facts: await finder.signedIn(),
      otherwise: 'it still leads there',
    })
    await rejections.control({
      of: 'a link where the password was left as it is',
      works: async () => setsPassword(finder, await linkFor(bench, finder)),
      async afresh() {
        const other = await account(bench)
        return setsPassword(other, await linkFor(bench, other))
      },
    })
  },
})

async function linkFor(bench: Bench, person: Person): Promise<string> {
  const { openLink } = bench.role('reset')
  const before = await countMails(person, openLink)
  await toForgotten(person)
  await askForReset(person)
  return linkIn(bench, await nextMail(person, openLink, before), openLink)
}
