import { html } from 'hono/html'

type Content = ReturnType<typeof html>

const page = (heading: string, content: Content) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <title>${heading} · Beacon</title>
        <meta name="viewport" content="width=device-width" />
        <script type="module" src="/beacon.js"></script>
      </head>
      <body>
        <main>
          <h1>${heading}</h1>
          ${content}
        </main>
      </body>
    </html>`

/** A form that the script on the page sends off; `action` is what the script calls it. */
const form = (action: string, content: Content, error?: string) =>
  html`<form data-action="${action}" novalidate>
    <p role="alert">${error}</p>
    ${content}
  </form>`

const field = (label: string, name: string, type: string, autocomplete: string) =>
  html`<p>
    <label>${label} <input name="${name}" type="${type}" autocomplete="${autocomplete}" /></label>
  </p>`

const digits = html`<p>
  <label>Six digits <input name="code" inputmode="numeric" autocomplete="one-time-code" /></label>
</p>`

const newPassphrase = html`${field('Passphrase', 'passphrase', 'password', 'new-password')}
${field('Once more', 'again', 'password', 'new-password')}<button>Keep it</button>`

export const front = page(
  'Beacon',
  html`<p>The log of those at sea.</p>
    <a href="/sign-on">Come aboard</a>`,
)

export const signOn = (error?: string) =>
  page(
    'Who goes there?',
    html`${form(
      'sign-on',
      html`${field('Mail address', 'email', 'email', 'username')}
        ${field('Passphrase', 'passphrase', 'password', 'current-password')}<button>Sign on</button>`,
      error,
    )}
    ${form('company', html`<button>Sign on with the company</button>`)}
    <a href="/lost">Lost your passphrase?</a>`,
  )

export const code = page(
  'One more thing',
  html`${form('code', html`${digits}<button>Show</button>`)} <a href="/spare">I have lost my phone</a>`,
)

export const spare = page(
  'A spare code',
  form('spare', html`${field('Spare code', 'code', 'text', 'off')}<button>Spend it</button>`),
)

export const touch = page(
  'One more thing',
  html`${form('touch', html`<button>Touch the key</button>`)} ${form('ashore', html`<button>Leave</button>`)}`,
)

export const second = page(
  'A second lock',
  html`<p>A passphrase alone is not enough here. What shall the second lock be?</p>
    <a href="/second/app">An app on the phone</a>
    <a href="/second/key">A key to touch</a>
    ${form('ashore', html`<button>Leave</button>`)}`,
)

export const phone = page(
  'An app on the phone',
  html`${form(
    'draw',
    html`${field('Your passphrase again', 'passphrase', 'password', 'current-password')}<button>
          Draw the picture
        </button>`,
  )}
    <section id="drawn" hidden>
      <h2>Scan this</h2>
      <img alt="The picture for the app" width="240" height="240" />
      <details>
        <summary>No camera?</summary>
        <p>The key is <code></code></p>
      </details>
      ${form('lock', html`${digits}<button>Lock</button>`)}
    </section>
    <a href="/second">Something else</a>`,
)

export const key = page(
  'A key to touch',
  html`${form(
    'register',
    html`${field('What shall it be called?', 'name', 'text', 'off')}<button>Touch it now</button>`,
  )}
    <a href="/second">Something else</a>`,
)

export const deck = (email: string) =>
  page(
    'On deck',
    html`<p>${email} is aboard.</p>
      <a href="/change">Change the passphrase</a>
      ${form('ashore', html`<button>Go ashore</button>`)}`,
  )

export const lost = page(
  'Lost it?',
  html`${form('lost', html`${field('Mail address', 'email', 'email', 'username')}<button>Send a link</button>`)}
    <a href="/sign-on">Back</a>`,
)

export const sent = page(
  'Look into your mail',
  html`<p>If that address is on the list, a link is on its way.</p>
    ${form('again', html`<button>Send another</button>`)}`,
)

export const passphrase = page('Choose a passphrase', form('choose', newPassphrase))

export const change = page(
  'Change the passphrase',
  form(
    'change',
    html`${field('The one you have', 'current', 'password', 'current-password')}${newPassphrase}`,
  ),
)

export const chosen = page('That is your passphrase', html`<a href="/">To the gangway</a>`)

export const noGood = page('That link leads nowhere', html`<a href="/">To the gangway</a>`)
