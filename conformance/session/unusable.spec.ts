import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../site/serve.ts'
import { fillAtTarget, pressAtTarget } from './overrides.ts'
import { sessionAt } from './testing/session-at.ts'

const password = 'enter-your-password'
const fields = '<label>Password <input name="password"></label>'
const cover = '<div style="position: fixed; inset: 0">A question that nobody asked</div>'

const failing = async (act: Promise<unknown>) => act.then(() => undefined).catch((error: unknown) => error)

test('a disabled button is no error: what the page says decides', async ({ page }) => {
  const session = await sessionAt(page, `${fields}<button disabled>Continue</button>`)
  await pressAtTarget(session, password, 'Continue')
  expect([...session.notes]).toEqual(['“Continue” is disabled.'])
})

for (const [why, html] of [
  ['is covered by something else', `${fields}<button>Continue</button>${cover}`],
  [
    'never stops moving',
    `${fields}<style>@keyframes go { to { margin-left: 900px } } button { animation: go 1s infinite alternate linear }</style><button>Continue</button>`,
  ],
  [
    'is outside of what the page shows, such as in a menu that is closed',
    `${fields}<nav style="position: fixed; left: -300px"><button>Continue</button></nav>`,
  ],
] as const)
  test(`a button that ${why} counts against the target, in these words`, async ({ page }) => {
    const session = await sessionAt(page, html)
    const error = await failing(pressAtTarget(session, password, 'Continue'))
    expect(error).toMatchObject({ name: 'Unusable', message: `“Continue” ${why}.` })
  })

for (const [why, attribute] of [
  ['is disabled', 'disabled'],
  ['is read-only', 'readonly'],
] as const)
  test(`a field that ${why} counts against the target, in these words`, async ({ page }) => {
    const session = await sessionAt(page, fields.replace('name=', `${attribute} name=`))
    const error = await failing(fillAtTarget(session, password, 'Password', 'x'))
    expect(error).toMatchObject({ name: 'Unusable', message: `The field “Password” ${why}.` })
  })

test('a button whose page is slow to answer was pressed all the same', async ({ page }) => {
  const form = `<form action="/slow" method="post">${fields}<button>Continue</button></form>`
  const app = new Hono().get('/', (c) => c.html(form)).post('/slow', () => new Promise(() => {}))
  const site = await serve(app)
  const session = await sessionAt(page, '')
  await session.page.goto(site.url)
  await pressAtTarget(session, password, 'Continue')
  await session.page.close()
  await site.close()
})

test('a button that disappears under the pointer is not there', async ({ page }) => {
  const session = await sessionAt(page, `${fields}<button onmouseover="this.remove()">Continue</button>`)
  const error = await failing(pressAtTarget(session, password, 'Continue'))
  expect(error).toMatchObject({ name: 'NotThere' })
})

/** A button that waits for so many ticks, and says so. */
const counting = (
  ticks: number,
  every = 100,
) => `${fields}<button disabled onclick="document.title = 'pressed'">Continue (0:${ticks})</button>
  <script>
    const button = document.querySelector('button')
    let left = ${ticks}
    const timer = setInterval(() => {
      left -= 1
      button.disabled = left > 0
      button.textContent = left > 0 ? 'Continue (0:' + left + ')' : 'Continue'
      if (left === 0) clearInterval(timer)
    }, ${every})
  </script>`

test('a button whose name counts down is pressed once it can be', async ({ page }) => {
  const session = await sessionAt(page, counting(25))
  await pressAtTarget(session, password, 'Continue')
  await expect(session.page).toHaveTitle('pressed')
  expect([...session.notes]).toEqual([])
})

test('a button that counts down for longer than the profile has patience is not at fault', async ({
  page,
}) => {
  const session = await sessionAt(page, counting(500, 400), { patience: 1_000 })
  const error = await failing(pressAtTarget(session, password, 'Continue'))
  expect(error).toMatchObject({
    name: 'StillCounting',
    message: expect.stringMatching(/^“Continue \(0:\d+\)” still counts down after \d s: let `patience`/),
  })
})
