import type { Response } from '@playwright/test'
import { addNewcomer, toUsers } from '../bench/administration.ts'
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
    const { administrator: situation, resend } = bench.role('administration')
    const { openLink } = bench.role('activation')
    const administrator = await bench.person(situation)
    const seen: string[] = []
    const note = async (response: Response) => {
      seen.push(response.url(), await response.text().catch(() => ''))
    }
    administrator.page.on('response', note)
    const passwordFields = () => administrator.page.locator('input[type=password]').count()
    const before = await countMails(administrator, openLink)
    await toUsers(administrator)
    await addNewcomer(administrator)
    const invitation = await linkIn(bench, await nextMail(administrator, openLink, before), openLink)
    let fields = await passwordFields()
    await administrator.perform(resend)
    const again = await linkIn(bench, await nextMail(administrator, openLink, before + 1), openLink)
    fields += await passwordFields()
    administrator.page.off('response', note)
    bench.claim('password', fields === 0, `there are ${fields} fields for one`)
    const tokens = [invitation, again].flatMap(secretsOf)
    const shown = seen.some((text) => tokens.some((token) => text.includes(token)))
    bench.claim('link', !shown, 'an answer to the Administrator holds it')
  },
})
