import { account } from '../bench/journeys.ts'
import { linkIn, nextMail } from '../bench/mailed-link.ts'
import { askForReset, chooseNewPassword, toForgotten } from '../bench/mailed-passwords.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { tryLink } from './try-link.ts'

export const lnk4 = defineCheck({
  id: 'LNK4',
  title: 'Only the newest reset link works',
  source: '6.6.2',
  level: 'SHOULD',
  asvsLevel: 2,
  roles: ['reset', 'login'],
  uses: ['codes'],
  needs: ['mailbox', 'documented.newestLinkOnly'],
  claims: {
    documented: 'the documentation says that only the newest link works',
    older: 'an older reset link leads to no form that sets a password',
    ...rejectionClaims,
  },
  async prove(bench) {
    bench.require('documented', bench.documented('newestLinkOnly'), 'it says that older ones do, too')
    const reset = bench.role('reset')
    const person = await account(bench)
    const links: string[] = []
    for (const n of [0, 1]) {
      await toForgotten(person)
      await askForReset(person)
      links.push(await linkIn(bench, await nextMail(person, reset.openLink, n), reset.openLink))
    }
    const [older = '', newer = ''] = links
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'older',
      of: 'the older link',
      ...(await tryLink(person, older, reset)),
      facts: await person.signedIn(),
      otherwise: 'it leads there',
    })
    await rejections.control({
      of: 'the newer link',
      async works() {
        await person.open(newer)
        if (!(await person.isAt(reset.passwordForm))) return false
        await chooseNewPassword(person)
        return person.isAt(reset.done)
      },
      async afresh() {
        const other = await account(bench)
        await toForgotten(other)
        await askForReset(other)
        await other.perform(reset.openLink)
        await other.reach(reset.passwordForm)
        await chooseNewPassword(other)
        return other.isAt(reset.done)
      },
    })
  },
})
