import { Jar } from '../bench/jar.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { mailedKinds, sentAnyLink, setPassword, wayToPassword } from '../bench/new-password.ts'
import { defineCheck } from '../check.ts'

export const lnk9 = defineCheck({
  id: 'LNK9',
  title: 'A link that a mail scanner has followed still works',
  source: '3.5.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  claims: {
    form: 'after a scanner’s HEAD and GET the link leads to the form',
    password: 'and sets a password',
  },
  async prove(bench) {
    const { openLink, passwordForm, done } = wayToPassword(bench)
    const person = await sentAnyLink(bench)
    const link = await mailedLink(person, openLink)
    const scanner = await Jar.with(person)
    for (const method of ['HEAD', 'GET', 'GET'])
      await scanner.send({ url: link, method, headers: {}, body: '' })
    await scanner.close()
    await person.open(link)
    bench.require('form', await person.isAt(passwordForm), 'it does not')
    await setPassword(person)
    bench.claim('password', await person.isAt(done), 'it does not')
  },
})
