import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import {
  type MailedKind,
  mailedKinds,
  sentLink,
  setPassword,
  wayToPassword,
  whyNoLink,
} from '../bench/new-password.ts'
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
    password: 'after a scanner’s HEAD and GET the link sets a password',
  },
  async prove(bench) {
    for (const kind of mailedKinds) if (whyNoLink(bench, kind) === undefined) await proveUnspent(bench, kind)
  },
})

async function proveUnspent(bench: Bench, kind: MailedKind) {
  const { openLink, passwordForm, done } = wayToPassword(bench, kind)
  const person = await sentLink(bench, kind)
  const link = await mailedLink(person, openLink)
  const scanner = await Jar.with(person)
  for (const method of ['HEAD', 'GET', 'GET'])
    await scanner.send({ url: link, method, headers: {}, body: '' })
  await scanner.close()
  await person.open(link)
  if (!bench.claim('form', await person.isAt(passwordForm), `one of the kind ${kind} does not`)) return
  await setPassword(person, undefined, kind)
  bench.claim('password', await person.isAt(done), `one of the kind ${kind} does not`)
}
