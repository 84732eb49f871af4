import { expect, type Page, test } from '@playwright/test'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { passInterlude } from './interludes.ts'
import { pressAtTarget } from './overrides.ts'
import { sessionAt } from './testing/session-at.ts'

const password = 'enter-your-password'

test.describe('a screen in between', () => {
  const news = `<h1>News</h1><button onclick="document.body.innerHTML = '<button>Continue</button>'">Enough</button>`

  test('is passed where something is looked for, and noted', async ({ page }) => {
    const between = [{ when: 'news', press: 'Enough' }]
    const session = await sessionAt(page, news, { between })
    await pressAtTarget(session, password, 'Continue')
    expect([...session.notes]).toEqual(['the screen “news” came in between'])
  })

  test('is passed by a function, and recognised by what only it has', async ({ page }) => {
    const between = [
      {
        when: (page: Page) => page.getByRole('button', { name: 'Enough' }),
        pass: (page: Page) => page.getByRole('button').click(),
      },
    ]
    const session = await sessionAt(page, news, { between })
    expect(await passInterlude(session, await takeSnapshot(session.page))).toBe(true)
    await expect(session.page.getByRole('heading')).toHaveCount(0)
  })

  test('that covers what is pressed is passed, although the page behind it is there', async ({ page }) => {
    const covered = `<h1>Enter Your Password</h1><button onclick="document.title = 'pressed'">Continue</button>
      <div id="tour" style="position: fixed; inset: 0"><h2>What’s new</h2><button onclick="tour.remove()">Skip</button></div>`
    const session = await sessionAt(page, covered, {
      patience: 500,
      between: [{ when: 'What’s new', press: 'Skip' }],
    })
    await pressAtTarget(session, password, 'Continue')
    await expect(session.page).toHaveTitle('pressed')
    const other = await sessionAt(page, covered, {
      patience: 500,
      between: [{ when: 'Old news', press: 'Skip' }],
    })
    await expect(pressAtTarget(other, password, 'Continue')).rejects.toThrow('is covered by something else')
  })

  test('that is another one stays', async ({ page }) => {
    const session = await sessionAt(page, news, { between: [{ when: 'Olds', press: 'Enough' }] })
    expect(await passInterlude(session, await takeSnapshot(session.page))).toBe(false)
  })
})
