/** The only page of the hub: a script puts everything up, from the hash of the address and a token in `localStorage`. */
export const hubPage = `<!doctype html><html lang="en"><title>Hub</title><main id="app"></main><script>
const app = document.getElementById('app')
const ask = async (path, body, method = body ? 'POST' : 'GET') => {
  const token = localStorage.getItem('token')
  const headers = { 'content-type': 'application/json', ...(token && { authorization: 'Bearer ' + token }) }
  const answer = await fetch('/api/' + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  return { ok: answer.ok, ...(await answer.json().catch(() => ({}))) }
}
const field = (name, type = 'text') => '<p><label>' + name + ' <input name="' + name.toLowerCase() + '" type="' + type + '"></label></p>'
const show = (heading, html) => { app.innerHTML = '<h1>' + heading + '</h1><p class="toast" aria-live="polite"></p>' + html }
const say = (error) => { app.querySelector('.toast').textContent = error || '' }
const onForm = (send) => app.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault()
  send(Object.fromEntries(new FormData(event.target)))
})
const onLastDigit = (send) => app.querySelector('[name=code]').addEventListener('input', async ({ target }) => {
  if (target.value.length !== 6) return
  say(await send(target.value))
})
const enter = ({ token, device }) => { localStorage.setItem('token', token); if (device) localStorage.setItem('device', device); location.hash = '#/home'; render() }

const logIn = () => {
  show('Log in', '<form>' + field('Email', 'email') + field('Password', 'password') + '<button>Sign in</button></form><p id="wrong"></p>')
  // It stays until somebody gets in, and announces nothing.
  const wrong = document.getElementById('wrong')
  onForm(async (own) => {
    const typed = { ...own, device: localStorage.getItem('device') || undefined }
    const answer = await ask('login', typed)
    if (answer.needs !== 'code') return answer.token ? enter(answer) : void (wrong.textContent = answer.error)
    show(answer.login ? 'Check your mail' : 'Check your phone', field('Code'))
    onLastDigit(async (code) => {
      const second = await ask('login', { ...typed, login: answer.login, code })
      return second.token ? enter(second) : second.error
    })
  })
}
const join = async (invitation) => {
  const { valid } = await ask('join/' + invitation)
  if (!valid) return show('Link not valid', '<a href="#/">Log in</a>')
  show('Choose a password', '<form>' + field('Password', 'password') + '<button>Set password</button></form>')
  app.querySelector('input').addEventListener('input', ({ target }) => {
    const isShort = target.value !== '' && target.value.length < 12
    app.querySelector('button').disabled = isShort
    say(isShort && 'Use at least 12 characters')
  })
  onForm(async ({ password }) => {
    const answer = await ask('join', { invitation, password })
    answer.token ? enter(answer) : say(answer.error)
  })
}
const settings = (asks) => {
  show('Two-step verification', '<button>Use an app</button>')
  const add = () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    const secret = [...crypto.getRandomValues(new Uint8Array(32))].map((n) => letters[n % 32]).join('')
    show('Add your app', '<p>Key: ' + secret.match(/.{4}/g).join(' ') + '</p>' + field('Code'))
    onLastDigit(async (code) => {
      const { ok, error } = await ask('factor', { secret, code })
      return ok ? void (location.hash = '#/home') : error
    })
  }
  const confirm = () => {
    show('Is it you?', '<form>' + field('Password', 'password') + '<button>Confirm</button></form>')
    onForm(async (typed) => {
      const { ok, error } = await ask('confirm', typed)
      ok ? add() : say(error)
    })
  }
  app.querySelector('button').addEventListener('click', asks ? confirm : add)
}
const home = (email) => {
  const menu = '<details><summary>' + email + '</summary><button>Sign out</button></details>'
  show('Hub home', '<a href="#/settings">Security</a> ' + menu)
  app.querySelector('button').addEventListener('click', async () => {
    await ask('logout', {})
    localStorage.removeItem('token')
    location.hash = '#/'
  })
}
let renders = 0
const render = async () => {
  const turn = ++renders
  const [, route, id] = location.hash.split('/')
  if (route === 'join') return join(id)
  if (!route) return show('Hub', '<details><summary>Menu</summary><a href="#/login">Sign in here</a></details>')
  const { email, asks } = localStorage.getItem('token') ? await ask('me') : {}
  if (turn !== renders) return // the address has changed since
  if (!email) return logIn()
  return route === 'settings' ? settings(asks) : home(email)
}
addEventListener('hashchange', render)
render()
</script></html>`
