import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { defineCheck } from '../check.ts'
import { openEvil } from './other-site.ts'

export const ses6 = defineCheck({
  id: 'SES6',
  title: 'Another site that puts the login page into a frame shows nothing of it',
  source: '3.4.6; RFC 9700 §4.16',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'session'],
  needs: [],
  claims: {
    policy: 'Content-Security-Policy names who may frame the login page',
    blank: 'in a frame of another site the login page is blank',
  },
  async prove(bench) {
    const person = await bench.person(bench.role('login').withoutFactor)
    const { url } = person.session.arranged
    const response = await person.page.goto(url)
    await person.reach(bench.role('session').entrance)
    const policy = (await response?.allHeaders())?.['content-security-policy'] ?? ''
    const [, ancestors = ''] = /frame-ancestors ([^;]*)/.exec(policy) ?? []
    const named = ancestors !== '' && !/\*|(?:^|\s)https?:(?:\s|$)/.test(ancestors)
    bench.claim('policy', named, ancestors ? `any site may: ${ancestors}` : 'it does not')
    const { buttons, links, fields } = await person.snapshot()
    if (buttons.length + links.length + fields.length === 0)
      throw new Unproven('The login page is blank even without a frame.')
    await openEvil(person, `<iframe src="${url}"></iframe>`)
    const shown = await shownInFrame(person)
    bench.claim('blank', shown.length === 0, `it shows ${shown.join(', ')}`)
  },
})

/** What can be pressed or filled in the frame, at once or before patience ends; a browser that shows nothing says so by its address. */
async function shownInFrame({ page, patience }: Person): Promise<string[]> {
  let shown: string[] = []
  await poll(async () => {
    const frame = page.frames().find((frame) => frame !== page.mainFrame())
    if (!frame || frame.url().startsWith('chrome-error:')) return true
    shown = await frame
      .locator('button, input, a')
      .allInnerTexts()
      .catch(() => [])
    return shown.length > 0
  }, patience)
  return shown
}
