import { activateAccount } from '../../../machines/first-login/activate-account.ts'
import { Jar } from '../bench/jar.ts'
import { choosePassword, goodPassword } from '../bench/journeys.ts'
import { ACTIVATE, mailedLink } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'

export const lnk9 = defineCheck({
  id: 'LNK9',
  title: 'A link that a mail scanner has followed still works',
  source: '3.5.3',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['mailbox'],
  async prove(bench) {
    const person = await bench.person(activateAccount, 'invited')
    const link = await mailedLink(person, ACTIVATE)
    const scanner = await Jar.with(person)
    for (const method of ['HEAD', 'GET', 'GET'])
      await scanner.send({ url: link, method, headers: {}, body: '' })
    await scanner.close()
    await person.opens(link)
    bench.claim(
      'after a scanner’s HEAD and GET the link leads to the form',
      await person.isAt('change-your-password'),
    )
    await choosePassword(person, goodPassword(bench))
    bench.claim('and sets a password', await person.isAt('account-activated'))
  },
})
