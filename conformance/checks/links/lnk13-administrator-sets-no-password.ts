import type { Response } from '@playwright/test'
import { addUsers } from '../../../machines/first-login/add-users.ts'
import { addNewcomer, toUsers } from '../bench/administration.ts'
import { ACTIVATE, countMails, linkIn, nextMail, tokenOf } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'

export const lnk13 = defineCheck({
  id: 'LNK13',
  title: 'An Administrator who has a user choose a password neither sets nor sees it, nor the link to it',
  source: '6.4.6',
  level: 'MUST',
  asvsLevel: 3,
  needs: ['mailbox'],
  async prove(bench) {
    const administrator = await bench.person(addUsers, 'administrator')
    const seen: string[] = []
    let fields = 0
    const note = async (response: Response) => {
      seen.push(response.url(), await response.text().catch(() => ''))
    }
    administrator.page.on('response', note)
    const before = await countMails(administrator, ACTIVATE)
    await toUsers(administrator)
    await addNewcomer(administrator)
    const invitation = await linkIn(bench, await nextMail(administrator, ACTIVATE, before), ACTIVATE)
    fields += await administrator.page.locator('input[type=password]').count()
    await administrator.does('users', { press: 'Resend Invite' })
    const again = await linkIn(bench, await nextMail(administrator, ACTIVATE, before + 1), ACTIVATE)
    fields += await administrator.page.locator('input[type=password]').count()
    administrator.page.off('response', note)
    bench.claim(
      'the Administrator is asked for no password of the user',
      fields === 0,
      `there are ${fields} fields for one`,
    )
    const tokens = [invitation, again].map(tokenOf)
    bench.claim(
      'the link that is mailed to the user is shown to nobody else',
      !seen.some((text) => tokens.some((token) => text.includes(token))),
    )
  },
})
