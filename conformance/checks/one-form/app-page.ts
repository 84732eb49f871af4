/** The page for every path; its script asks the API and shows what comes. */
export const appPage = `<!doctype html><html lang="en"><title>One form</title><body><div id="app"></div>
<script type="module">
const app = document.getElementById('app')
const form = (heading, fields, button, links = '') => {
  app.innerHTML = '<h1>' + heading + '</h1><form><input type="hidden" name="submit" value="sent">' + fields + '<p id="said"></p><button>' + button + '</button></form>' + links
  return app.querySelector('form')
}
const field = (name, type, label) => '<label>' + label + ' <input name="' + name + '" type="' + type + '"></label>'
const say = (words, as = 'textContent') => { document.getElementById('said')[as] = words }
const post = (path, body) => fetch(path, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
})
const onSend = (form, send) => form.addEventListener('submit', async (event) => {
  event.preventDefault()
  say('')
  const answer = await send(Object.fromEntries(new FormData(form)))
  if (answer.ok) return
  const { error, asHtml } = await answer.json()
  say('Failed: ' + error, asHtml && 'innerHTML')
})
const screens = {
  '/login'() {
    const address = field('email', 'email', 'Address') + field('password', 'password', 'Secret')
    const own = form('Log on', address + '<span id="more"></span>', 'Go', '<a href="/forgot">Forgot it</a>')
    onSend(own, async (typed) => {
      const answer = await post('/api/login' + location.search, typed)
      if (answer.ok) location.href = (await answer.clone().json()).next ?? '/home'
      else if ((await answer.clone().json()).error === 'Code') {
        const more = document.getElementById('more')
        more.innerHTML = field('code', 'text', 'Digits') + '<button type="button">No phone at hand</button>'
        more.querySelector('button').onclick = () => { more.innerHTML = field('recovery', 'text', 'Spare code') }
      }
      return answer
    })
  },
  '/forgot'() {
    onSend(form('Forgotten', field('email', 'text', 'Address'), 'Ask'), async (typed) => {
      const answer = await post('/api/forgot', typed)
      if (answer.ok) app.innerHTML = '<h1>Look into your mail</h1><p>' + (await answer.json()).said + '</p>'
      return answer
    })
  },
  '/join'() {
    const link = new URLSearchParams(location.search)
    const [token, of] = [link.get('token'), Number(link.get('of'))]
    onSend(form('A secret of yours', field('password', 'password', 'New secret'), 'Keep'), async (typed) => {
      if (typed.password.length < 12) return Response.json({ error: 'Too short' }, { status: 400 })
      const answer = await post('/api/password', { token, of, at: location.pathname, account: typed })
      if (answer.ok)
        app.innerHTML = '<h1>' + (location.pathname === '/join' ? 'Welcome' : 'It is changed') + '</h1><a href="/login">Log on</a>'
      return answer
    })
  },
  '/people'() {
    app.innerHTML = '<h1>People</h1><a href="/home">Home</a>'
  },
  '/spare'() {
    app.innerHTML = '<h1>Spare codes</h1><button>New ones</button><ul></ul>'
    app.querySelector('button').onclick = async () => {
      for (const code of await (await post('/api/spare', {})).json())
        app.querySelector('ul').append(Object.assign(document.createElement('li'), { textContent: code }))
    }
  },
  async '/home'() {
    const answer = await fetch('/api/me')
    if (!answer.ok) return void (location.href = '/login?wherefrom=%2Fhome')
    const { leave } = await answer.json()
    app.innerHTML = '<h1>At home</h1><button>Leave</button><ul></ul>'
    for (const email of await (await fetch('/api/people')).json())
      app.querySelector('ul').append(Object.assign(document.createElement('li'), { textContent: email }))
    app.querySelector('button').onclick = async () => {
      if (leave) return void (location.href = leave)
      await post('/api/logout', {})
      location.href = '/login'
    }
  },
}
screens['/reset'] = screens['/join']
const show = screens[location.pathname] ?? (() => { location.href = '/login' })
show()
</script></body></html>`
