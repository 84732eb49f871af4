import type { Response } from '@playwright/test'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { defineCheck } from '../check.ts'
import { sessionCookies } from './session-cookies.ts'

export const ses3 = defineCheck({
  id: 'SES3',
  title: 'The session cookie is Secure, HttpOnly and SameSite, and its name keeps it so',
  source: '3.3.1; 3.3.2; 3.3.3; 3.3.4',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: {
    name: 'its name begins with __Host- or __Secure-',
    secure: 'it is Secure',
    'http-only': 'it is HttpOnly',
    'same-site': 'it is SameSite Lax or Strict',
  },
  async prove(bench) {
    const person = await account(bench)
    const answers: Response[] = []
    const note = (response: Response) => void answers.push(response)
    person.page.on('response', note)
    await toProtectedPage(person)
    await person.settle()
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
      const set = `${name} is set with “${attributes.join('; ')}”`
      bench.claim('name', /^__(?:Host|Secure)-/.test(name), `it is ${name}`)
      bench.claim('secure', attributes.includes('secure'), set)
      bench.claim('http-only', attributes.includes('httponly'), set)
      const sameSite = attributes.some((part) => part === 'samesite=lax' || part === 'samesite=strict')
      bench.claim('same-site', sameSite, set)
    }
  },
})

async function cookiesSetBy(response: Response): Promise<string[]> {
  const headers = await response.headersArray().catch(() => [])
  return headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value)
}
