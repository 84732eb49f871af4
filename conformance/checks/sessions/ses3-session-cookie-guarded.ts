import type { Response } from '@playwright/test'
import { holder, toDashboard } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { sessionCookies } from './session-cookies.ts'

export const ses3 = defineCheck({
  id: 'SES3',
  title: 'The session cookie is Secure, HttpOnly and SameSite, and its name keeps it so',
  source: '3.3.1; 3.3.2; 3.3.3; 3.3.4',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['authenticator-app'],
  async prove(bench) {
    const person = await holder(bench)
    const answers: Response[] = []
    const note = (response: Response) => void answers.push(response)
    person.page.on('response', note)
    await toDashboard(person)
    await person.session.settling.settled(person.patience)
    const cookies = await sessionCookies(person)
    person.page.off('response', note)
    const lines = (await Promise.all(answers.map(cookiesSetBy))).flat()
    for (const { name, value } of cookies) {
      const line = lines.findLast((line) => line.startsWith(`${name}=${value}`))
      if (line === undefined) throw new Unproven(`It was not seen how ${name} is set.`)
      const attributes = line
        .split(';')
        .slice(1)
        .map((part) => part.trim().toLowerCase())
      bench.claim(`the name of ${name} begins with __Host- or __Secure-`, /^__(?:Host|Secure)-/.test(name))
      bench.claim(
        `${name} is Secure`,
        attributes.includes('secure'),
        `it is set with “${attributes.join('; ')}”`,
      )
      bench.claim(
        `${name} is HttpOnly`,
        attributes.includes('httponly'),
        `it is set with “${attributes.join('; ')}”`,
      )
      const sameSite = attributes.some((part) => part === 'samesite=lax' || part === 'samesite=strict')
      bench.claim(`${name} is SameSite Lax or Strict`, sameSite, `it is set with “${attributes.join('; ')}”`)
    }
  },
})

async function cookiesSetBy(response: Response): Promise<string[]> {
  const headers = await response.headersArray().catch(() => [])
  return headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value)
}
