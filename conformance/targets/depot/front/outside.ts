import { ask, hasFault, keepToken } from './api.ts'
import { button, field, form, h, link, say } from './draw.ts'
import type { Page } from './front.ts'
import { emailKept, go, keepEmail, query } from './go.ts'

const KEEP = 'depot.company'

export const door: Page = async () => ({
  heading: 'The Depot',
  content: [
    h('p', {}, 'Who comes here is on a list.'),
    h(
      'p',
      {},
      button('Come in', async () => go('/in')),
    ),
  ],
})

const address = () => field('Address', 'email', 'email', 'username')

export const comeIn: Page = async () => ({
  heading: 'Who is there?',
  content: [
    form('Next', [address()], async ({ email = '' }) => {
      if (email.trim() === '') return say('An address, please')
      await ask('log-in/address', { email })
      keepEmail(email)
      go('/in/password')
    }),
    h(
      'p',
      {},
      button('By my company', async () => {
        const { url = '', keep = '' } = await ask('log-in/company', {})
        sessionStorage.setItem(KEEP, keep)
        location.assign(url)
      }),
    ),
  ],
})

/** The provider sends people back here. */
export const company: Page = async () => {
  const keep = sessionStorage.getItem(KEEP)
  sessionStorage.removeItem(KEEP)
  const body = { ...(keep && { keep }), search: location.search }
  const answer = await ask('log-in/company/answer', body).catch((error: Error) => error)
  // The answer is worth nothing any more, and must not come back from the history.
  history.replaceState(undefined, '', '/')
  if (answer instanceof Error) {
    history.replaceState({ said: answer.message }, '', '/')
    return door()
  }
  keepToken(answer.token ?? '')
  if (hasFault('provider-token-kept')) localStorage.setItem('id_token', answer.idToken ?? '')
  return { to: '/home' }
}

export const forgotten: Page = async () => ({
  heading: 'Forgotten?',
  content: [
    form('Send a link', [address()], async ({ email = '' }) => {
      if (email.trim() === '') return say('An address, please')
      await ask('forgot', { email })
      keepEmail(email)
      go('/sent')
    }),
    link('Back', '/in/password'),
  ],
})

export const lookIntoMail: Page = async () => ({
  heading: 'Look into your mail',
  content: [
    h('p', {}, 'If that address is on the list, a link is on its way.'),
    button('Once more', async () => {
      await ask('forgot', { email: emailKept() })
      say('It is on its way again')
    }),
  ],
})

const toDoor = () => link('To the door', '/')

/** The link as the page was opened by it. */
const linkHere = () => ({ t: query('t'), at: location.pathname })

const isGood = () =>
  ask<{ isOver: boolean }>('links/look', linkHere()).then(
    ({ isOver }) => !isOver,
    () => false,
  )

/** Behind a mailed link. */
export const join: Page = async () => {
  const found = await ask<{ kind: string; isOver: boolean }>('links/look', linkHere()).catch(() => undefined)
  if (!found) return { heading: 'That link is no good', content: [toDoor()] }
  if (found.isOver && found.kind === 'invitation')
    return {
      heading: 'That link is too old',
      content: [
        button('Send me another', async () => {
          await ask('links/renew', linkHere())
          go('/sent')
        }),
      ],
    }
  if (found.isOver) return { heading: 'That link is no good', content: [toDoor()] }
  const done = found.kind === 'invitation' ? 'Your place is yours' : 'It is another one now'
  return {
    heading: 'Pick a password',
    content: [
      form(
        'Keep it',
        [
          field('A password', 'password', 'password', 'new-password'),
          field('The same again', 'again', 'password', 'new-password'),
        ],
        async ({ password = '', again }) => {
          if (password === '') return say('There is no password yet')
          if (password !== again) return say('These two differ')
          if (password.length < 12) return say(hasFault('silent-length') ? '' : 'Twelve characters at least')
          const sent = await ask('links/password', { ...linkHere(), password }).catch((error: Error) => error)
          // The page of the link says what became of it.
          if (sent instanceof Error && !(await isGood())) return go(location.pathname + location.search)
          if (sent instanceof Error) throw sent
          document.querySelector('main')?.replaceChildren(h('h1', {}, done), toDoor())
        },
      ),
    ],
  }
}
