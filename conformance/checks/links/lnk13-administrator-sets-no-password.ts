import { addNewcomer, inviteAgain, toUsers } from '../bench/administration.ts'
import { answersDuring } from '../bench/answers.ts'
import { secretsOf } from '../bench/link-token.ts'
import { countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'

export const lnk13 = defineCheck({
  id: 'LNK13',
  title: 'An Administrator who adds a user neither sets nor sees a password, nor the link to it',
  source: '6.4.6',
  level: 'MUST',
  asvsLevel: 3,
  roles: ['administration', 'activation'],
  needs: ['mailbox'],
  claims: {
    password: 'the Administrator is asked for no password of the user',
    link: 'the link that is mailed to the user is shown to nobody else',
  },
  async prove(bench) {
    const { administrator: situation, startAdding, add } = bench.role('administration')
    const { openLink } = bench.role('activation')
    const administrator = await bench.person(situation)
    const links: string[] = []
    let fields = 0
    const before = await countMails(administrator, openLink)
    const count = async () => {
      fields += await administrator.page.locator('input[type=password]').count()
    }
    const invited = async (mails: number) => {
      links.push(await linkIn(bench, await nextMail(administrator, openLink, mails), openLink))
      await count()
    }
    const answers = await answersDuring(administrator, async () => {
      await toUsers(administrator)
      await administrator.perform(startAdding)
      await administrator.reach(add('').screen)
      await count()
      await toUsers(administrator)
      const email = await addNewcomer(administrator)
      await invited(before)
      await inviteAgain(administrator, email)
      await invited(before + 1)
    })
    bench.claim('password', fields === 0, `there are ${fields} fields for one`)
    const secrets = links.flatMap(secretsOf)
    const shown = answers.some((text) => secrets.some((secret) => text.includes(secret)))
    bench.claim('link', !shown, 'an answer to the Administrator holds it')
  },
})
