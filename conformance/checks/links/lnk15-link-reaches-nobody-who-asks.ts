import { answersDuring } from '../bench/answers.ts'
import { account, askForReset, toForgotten } from '../bench/journeys.ts'
import { secretsOf } from '../bench/link-token.ts'
import { linkIn, nextMail } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'

export const lnk15 = defineCheck({
  id: 'LNK15',
  title: 'A person who asks for a reset learns the link from the mail alone',
  source: '6.4.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['reset', 'login'],
  uses: ['codes'],
  needs: ['mailbox'],
  claims: { link: 'no answer to the one who asks holds the link, or its token' },
  async prove(bench) {
    const { openLink } = bench.role('reset')
    const person = await account(bench)
    await toForgotten(person)
    const answers = await answersDuring(person, () => askForReset(person))
    const secrets = secretsOf(await linkIn(bench, await nextMail(person, openLink, 0), openLink))
    const stored = await person.page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    bench.claim(
      'link',
      ![...answers, await person.page.content(), stored].some((text) =>
        secrets.some((secret) => text.includes(secret)),
      ),
      'an answer, or the page, holds it',
    )
  },
})
