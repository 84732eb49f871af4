import { activateAccount } from '../../../machines/activate-account.ts'
import { defineCheck } from '../check.ts'
import { openEvil } from './other-site.ts'

export const ses6 = defineCheck({
  id: 'SES6',
  title: 'Another site that puts the login page into a frame shows nothing of it',
  source: '3.4.6; RFC 9700 §4.16',
  level: 'MUST',
  asvsLevel: 2,
  needs: [],
  async prove(bench) {
    const person = await bench.person(activateAccount, 'invited')
    const { url } = person.world.arranged
    const response = await person.page.goto(url)
    await person.sees('login-page')
    const policy = (await response?.allHeaders())?.['content-security-policy'] ?? ''
    const [, ancestors = ''] = /frame-ancestors ([^;]*)/.exec(policy) ?? []
    const named = ancestors !== '' && !/\*|(?:^|\s)https?:(?:\s|$)/.test(ancestors)
    bench.claim(
      'Content-Security-Policy names who may frame the login page',
      named,
      ancestors ? `anybody may: ${ancestors}` : 'it does not',
    )
    const { buttons, links, fields } = await person.look()
    const seen = [...buttons, ...links, ...fields]
    await openEvil(person, `<iframe src="${url}"></iframe>`)
    const frame = person.page.frames().find((frame) => frame !== person.page.mainFrame())
    const shown =
      (await frame
        ?.locator('button, input, a')
        .allInnerTexts()
        .catch(() => [])) ?? []
    bench.claim(
      'in a frame of another site the login page is blank',
      shown.length === 0,
      `it shows ${shown.join(', ')}`,
    )
    bench.claim('and by itself it is there', seen.length > 0)
  },
})
