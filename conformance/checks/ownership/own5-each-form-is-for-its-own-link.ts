import { Jar } from '../bench/jar.ts'
import { countMails, mailedLink } from '../bench/mailed-link.ts'
import { otherPassword } from '../bench/mailed-passwords.ts'
import { opensTo } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { forgetful, heldReset, setsPassword } from './reset-link-of.ts'

export const own5 = defineCheck({
  id: 'OWN5',
  title: 'Of two reset links that are open in one browser, each form sets the password of its own account',
  source: '8.2.2; 6.4.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['reset', 'login', 'session'],
  uses: ['codes', 'administration', 'activation'],
  needs: ['mailbox'],
  seconds: 150,
  claims: { other: 'a form leaves the account alone whose link was opened after it in the same browser' },
  async prove(bench) {
    const reset = bench.role('reset')
    const { person, second, link, sent } = await heldReset(bench)
    const before = await countMails(second.person, reset.openLink)
    await forgetful(second.person, second.email, before)
    await person.open(await mailedLink(second.person, reset.openLink))
    await person.reach(reset.passwordForm)
    // As the other tab sends it: with the tokens that its page had.
    const jar = await Jar.of(person)
    await jar.send(sent)
    await jar.close()
    const kept = await opensTo(second)
    person.session.choosePassword(otherPassword(bench))
    const works = (await setsPassword(person, link)) || (await opensTo({ person, password: 'new' }))
    if (kept && !works) bench.unproven('other', 'The control fails: that form sets no password at all.')
    else bench.claim('other', kept, 'its password has changed')
  },
})
