import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { metAtEnrolment, metByAdministrator, metDuring } from '../bench/pages-met.ts'
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
  uses: ['codes', 'administration', 'ssoSettings'],
  needs: [],
  seconds: 90,
  claims: {
    policy: 'Content-Security-Policy names who may frame the login page',
    inside: 'Content-Security-Policy names who may frame the protected page',
    met: 'Content-Security-Policy names who may frame every page on the way in, and those of an Administrator',
    blank: 'in a frame of another site the login page is blank',
  },
  async prove(bench) {
    const person = await bench.person(bench.role('login').withoutFactor)
    const { url } = person.session.arranged
    const response = await person.page.goto(url)
    await person.reach(bench.role('session').entrance)
    claimNamed(bench, 'policy', (await response?.allHeaders()) ?? {})
    await proveInside(bench)
    const { buttons, links, fields } = await person.snapshot()
    if (buttons.length + links.length + fields.length === 0)
      throw new Unproven('The login page is blank even without a frame.')
    await openEvil(person, `<iframe src="${url}"></iframe>`)
    const shown = await shownInFrame(person)
    bench.claim('blank', shown.length === 0, `it shows ${shown.join(', ')}`)
  },
})

/** Whether the answer's policy names who may frame it, and not everybody. */
function claimNamed(bench: Bench, claim: string, headers: Record<string, string>, url?: string) {
  const [, ancestors = ''] = /frame-ancestors ([^;]*)/.exec(headers['content-security-policy'] ?? '') ?? []
  const isNamed = ancestors !== '' && !/\*|(?:^|\s)https?:(?:\s|$)/.test(ancestors)
  const which = url === undefined ? '' : `${new URL(url).pathname}: `
  bench.claim(claim, isNamed, `${which}${ancestors ? `any site may: ${ancestors}` : 'it does not'}`)
}

const isMarkup = (headers: Record<string, string>) => headers['content-type']?.includes('html') === true

/** What a framed page lets people press counts only for somebody who is logged in. */
async function proveInside(bench: Bench) {
  const person = await account(bench)
  const onTheWay = await metDuring(person, () => toProtectedPage(person))
  const enrolment = await metAtEnrolment(bench)
  const administration = await metByAdministrator(bench)
  for (const { url, headers, isPage } of [
    ...onTheWay,
    ...(enrolment?.met ?? []),
    ...(administration?.met ?? []),
  ])
    if (isPage && isMarkup(headers)) claimNamed(bench, 'met', headers, url)
  const jar = await Jar.of(person)
  const { status, headers } = await jar.open(person.session.arranged.dashboard)
  await jar.close()
  if (status < 400) claimNamed(bench, 'inside', headers)
  else bench.unproven('inside', `The protected page is answered with ${status}.`)
}

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
