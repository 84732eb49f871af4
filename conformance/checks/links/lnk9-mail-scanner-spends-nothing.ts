import { Jar } from '../bench/jar.ts'
import { chooseFirstPassword } from '../bench/journeys.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'

export const lnk9 = defineCheck({
  id: 'LNK9',
  title: 'A link that a mail scanner has followed still works',
  source: '3.5.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['activation'],
  needs: ['mailbox'],
  claims: {
    form: 'after a scanner’s HEAD and GET the link leads to the form',
    password: 'and sets a password',
  },
  async prove(bench) {
    const { invited, openLink, passwordForm, done } = bench.role('activation')
    const person = await bench.person(invited)
    const link = await mailedLink(person, openLink)
    const scanner = await Jar.with(person)
    for (const method of ['HEAD', 'GET', 'GET'])
      await scanner.send({ url: link, method, headers: {}, body: '' })
    await scanner.close()
    await person.open(link)
    bench.require('form', await person.isAt(passwordForm), 'it does not')
    await chooseFirstPassword(person)
    bench.claim('password', await person.isAt(done), 'it does not')
  },
})
