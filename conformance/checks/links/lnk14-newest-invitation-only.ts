import { addNewcomer, inviteAgain, toUsers } from '../bench/administration.ts'
import { countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { chooseFirstPassword } from '../bench/mailed-passwords.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { tryLink } from './try-link.ts'

export const lnk14 = defineCheck({
  id: 'LNK14',
  title: 'Only the newest invitation works',
  source: '6.6.2',
  level: 'SHOULD',
  asvsLevel: 2,
  roles: ['administration', 'activation'],
  needs: ['mailbox', 'documented.newestLinkOnly'],
  claims: {
    older: 'the link of an older invitation leads to no form that sets a password',
    ...rejectionClaims,
  },
  async prove(bench) {
    const { administrator: situation } = bench.role('administration')
    const activation = bench.role('activation')
    const { openLink } = activation
    const administrator = await bench.person(situation)
    const before = await countMails(administrator, openLink)
    await toUsers(administrator)
    const email = await addNewcomer(administrator)
    const older = await linkIn(bench, await nextMail(administrator, openLink, before), openLink)
    await inviteAgain(administrator, email)
    const newer = await linkIn(bench, await nextMail(administrator, openLink, before + 1), openLink)
    const newcomer = await bench.another(administrator)
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'older',
      of: 'the link of the older invitation',
      ...(await tryLink(newcomer, older, activation)),
      facts: await newcomer.signedIn(),
      otherwise: 'it leads there',
    })
    await rejections.control({
      of: 'the link of the newer invitation',
      async works() {
        await newcomer.open(newer)
        if (!(await newcomer.isAt(activation.passwordForm))) return false
        await chooseFirstPassword(newcomer)
        return newcomer.isAt(activation.done)
      },
      async afresh() {
        const other = await bench.person(activation.invited)
        await other.perform(openLink)
        await other.reach(activation.passwordForm)
        await chooseFirstPassword(other)
        return other.isAt(activation.done)
      },
    })
  },
})
