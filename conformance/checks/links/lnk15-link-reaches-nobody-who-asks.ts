import type { Response } from '@playwright/test'
import { account, askForReset, toForgotten } from '../bench/journeys.ts'
import { secretsOf } from '../bench/link-token.ts'
import { linkIn, nextMail } from '../bench/mailed-link.ts'
import { defineCheck } from '../check.ts'

/** What a header may carry the token in: an address, a cookie, anything. */
const wordsOf = async (response: Response): Promise<string[]> => [
  response.url(),
  JSON.stringify(await response.headersArray().catch(() => [])),
  await response.text().catch(() => ''),
]

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
    const answers: Promise<string[]>[] = []
    const note = (response: Response) => {
      answers.push(wordsOf(response))
    }
    person.page.on('response', note)
    await askForReset(person)
    const secrets = secretsOf(await linkIn(bench, await nextMail(person, openLink, 0), openLink))
    await person.settle()
    person.page.off('response', note)
    const seen = [...(await Promise.all(answers)).flat(), await person.page.content()]
    const stored = await person.page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    bench.claim(
      'link',
      ![...seen, stored].some((text) => secrets.some((secret) => text.includes(secret))),
      'an answer, or the page, holds it',
    )
  },
})
