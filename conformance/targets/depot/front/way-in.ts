import { toDataURL } from 'qrcode'
import { ask, hasFault, keepTicket, keepToken, ticket } from './api.ts'
import { button, field, form, h, link, say } from './draw.ts'
import type { Page } from './front.ts'
import { emailKept, go } from './go.ts'

const MOST = 10
const GUESSED = 'depot.guessed'

/** Where the API does not count, the page does: a fault. */
function countHere(): boolean {
  if (!hasFault('guesses-in-browser-only')) return false
  const guessed = Number(sessionStorage.getItem(GUESSED) ?? 0) + 1
  sessionStorage.setItem(GUESSED, `${guessed}`)
  return guessed > MOST
}

export const password: Page = async () => ({
  heading: 'And the password?',
  content: [
    h('p', {}, emailKept(), ' ', link('Another address', '/in')),
    form(
      'Go on',
      [field('Password', 'password', 'password', 'current-password')],
      async ({ password: typed }) => {
        if (!typed) return say('There is no password yet')
        if (countHere()) return say('Address and password do not fit. After ten tries it takes half an hour')
        const { next, ticket: own = '' } = await ask('log-in', { email: emailKept(), password: typed })
        keepTicket(own)
        go(next === 'code' ? '/in/code' : '/in/lock')
      },
    ),
    link('I do not know it any more', '/forgot'),
  ],
})

/** Logged in. */
function arrive(token = ''): void {
  keepToken(token)
  go(hasFault('token-in-address') ? `/home?token=${token}` : '/home')
}

const digits = () => field('Six digits', 'code', 'text', 'one-time-code')

/** A page for somebody who has given the password. */
const halfWay =
  (page: Page): Page =>
  async () =>
    ticket() ? page() : { to: '/in' }

export const code = halfWay(async () => ({
  heading: 'What does your phone say?',
  content: [
    form('Open', [digits()], async (typed) =>
      arrive((await ask('log-in/code', typed, { as: ticket() })).token),
    ),
    link('I have a spare code', '/in/spare'),
  ],
}))

export const spare = halfWay(async () => ({
  heading: 'A spare code',
  content: [
    form('Spend it', [field('Spare code', 'code', 'text', 'off')], async (typed) =>
      arrive((await ask('log-in/spare', typed, { as: ticket() })).token),
    ),
  ],
}))

export const locks = halfWay(async () => ({
  heading: 'A second lock',
  content: [
    h('p', {}, 'A password alone opens nothing here.'),
    h(
      'p',
      {},
      button('An app on the phone', async () => go('/in/app')),
    ),
    h(
      'p',
      {},
      button('Turn round', async () => go('/in')),
    ),
  ],
}))

export const appPage = halfWay(async () => {
  const { secret = '', uri = '' } = await ask('log-in/app', {}, { as: ticket() })
  const key = h('p', { hidden: '' }, 'The key is ', h('code', {}, secret))
  return {
    heading: 'Show this to your phone',
    content: [
      h('img', { src: await toDataURL(uri, { width: 240 }), alt: 'The picture for the app', width: '240' }),
      h(
        'p',
        {},
        button('No camera?', async () => key.removeAttribute('hidden')),
      ),
      key,
      form('Lock', [digits()], async (typed) =>
        arrive((await ask('log-in/app/code', typed, { as: ticket() })).token),
      ),
      link('Something else', '/in/lock'),
    ],
  }
})
