import { addNewcomer, newcomersEmail, toUsers } from '../bench/administration.ts'
import { anotherComes, countMails, linkIn, nextMail } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'

export const mai2 = defineCheck({
  id: 'MAI2',
  title: 'Adding a user mails them at once an invitation that works',
  source: 'the documentation: a new user is sent an invitation',
  level: 'MUST',
  roles: ['administration', 'activation'],
  needs: ['mailbox'],
  claims: {
    sent: 'adding a user sends one invitation, without its being asked for again',
    recipient: 'the invitation goes to the address that was added',
    works: 'the link of the invitation leads to the form for the first password',
  },
  async prove(bench) {
    const { openLink } = bench.role('activation')
    const administrator = await bench.person(bench.role('administration').administrator)
    const email = await newcomersEmail(administrator)
    const before = await countMails(administrator, openLink)
    await toUsers(administrator)
    await addNewcomer(administrator)
    const mail = await nextMail(administrator, openLink, before).catch(() => undefined)
    await anotherComes(administrator, openLink, before + 1)
    const sent = (await countMails(administrator, openLink)) - before
    bench.require('sent', sent === 1, `${sent} are sent`)
    if (mail?.to === undefined) bench.skip('recipient', 'The mailbox does not say it.')
    else
      bench.claim(
        'recipient',
        mail.to.some((one) => one.toLowerCase() === email.toLowerCase()),
        `it goes to ${mail.to.join(', ')}`,
      )
    const newcomer = await bench.another(administrator)
    await newcomer.open(await linkIn(bench, mail, openLink))
    bench.claim('works', await newcomer.isAt(bench.role('activation').passwordForm), 'it does not')
  },
})
