import type { Defect, Send } from './defect.ts'
import { changed, isAt, isPage } from './tamper.ts'

/** As text or an attribute has it that a page repeats. */
const ESCAPED = /(?:&#39;|&#x27;|')&quot;[\w-]+&gt;&lt;\/script&gt;&lt;img\/src=\/\/[\w-]+&gt;/g

const unescapedText = (text: string) =>
  text
    .replace(/&#39;|&#x27;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

/** What a page or a mail is that forgets to escape what it repeats. */
const unescaped = (html: string) => html.replace(ESCAPED, unescapedText)

/** The same of a page that escapes everything but quotes. */
const unquoted = (html: string) =>
  html.replace(ESCAPED, (text) => text.replace(/&#39;|&#x27;/g, "'").replaceAll('&quot;', '"'))

/** The same of one that takes out what it does not know, and keeps pictures. */
const filtered = (html: string) =>
  html.replace(ESCAPED, (text) => /<img[^>]*>/.exec(unescapedText(text))?.[0] ?? '')

/** A page that gives what it repeats to a script, too. */
const inScript = (html: string) => {
  const [text] = html.match(ESCAPED) ?? []
  return text
    ? `${html}<script type="application/json">${JSON.stringify(unescapedText(text))}</script>`
    : html
}

/** A mail that repeats it in an attribute, too, whose quotes it does not escape. */
const inAttribute = (html: string) =>
  html.replace(ESCAPED, (text) => `<b title="${unquoted(text)}">${text}</b>`)

/** The answers to these requests forget to escape. */
const unescaping =
  (where: (request: Request) => boolean, keep = unescaped) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    return isPage(answer) && where(request) ? changed(answer, { body: keep(await answer.text()) }) : answer
  }

/** One place forgets to escape. */
const at = (claim: string, place: string, path: RegExp, method?: 'GET' | 'POST'): Defect => ({
  id: `typed-markup-in-${claim}`,
  title: `What people type is written ${place} as it is`,
  tamper: unescaping(
    (request) => path.test(new URL(request.url).pathname) && (!method || request.method === method),
  ),
  flows: [],
  checks: ['TXT1'],
  fails: [`TXT1.${claim}`],
})

/** An error that the provider answers is written into the page in its own words. */
const sayingWhatCame =
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    const description = new URL(request.url).searchParams.get('error_description')
    if (description === null || !isAt(request, '/login/callback')) return answer
    return changed(answer, {
      status: 200,
      body: `<h1>Netwrix 1Secure</h1><p role="alert">${description}</p>`,
      headers(headers) {
        headers.delete('location')
        headers.set('content-type', 'text/html')
      },
    })
  }

/** Browsers refuse what is no address: only what is sent past the page comes back. */
const validating =
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    return isPage(answer)
      ? changed(answer, { body: (await answer.text()).replaceAll(/ novalidate(?:="")?/gi, '') })
      : answer
  }

const SETTINGS = /\/my-organization(?:\/settings)?$/

/** What people type comes back as markup. */
export const typedMarkupIsKept: Defect[] = [
  {
    id: 'typed-markup-is-kept',
    title: 'What people type is written into pages as it is',
    tamper: unescaping(() => true),
    flows: [],
    checks: ['TXT1'],
    fails: ['TXT1'],
  },
  {
    id: 'typed-markup-past-the-browser',
    title:
      'What a browser refuses to send is written into the page that asks for the address of a reset as it is',
    tamper: (send) => validating(unescaping((request) => isAt(request, '/forgot'))(send)),
    flows: [],
    checks: ['TXT1'],
    fails: ['TXT1.reset'],
  },
  {
    id: 'typed-quotes-are-kept',
    title: 'Quotes that people type at a login are written into an attribute as they are',
    tamper: unescaping((request) => isAt(request, '/log-in/email'), unquoted),
    flows: [],
    checks: ['TXT1'],
    fails: ['TXT1.address'],
  },
  {
    id: 'typed-markup-in-a-script',
    title: 'What people type at a login is written into a script as JSON, in which it can end the script',
    tamper: unescaping((request) => isAt(request, '/log-in/email'), inScript),
    flows: [],
    checks: ['TXT1'],
    fails: ['TXT1.address'],
  },
  {
    id: 'typed-pictures-are-kept',
    title: 'Of the name of a security key all is taken out that is no known markup, and pictures stay',
    tamper: unescaping((request) => isAt(request, '/account'), filtered),
    flows: [],
    checks: ['TXT1'],
    fails: ['TXT1.key'],
  },
  at('address', 'into the page that asks for the address of a login', /\/log-in\/[^/]*$/),
  at('reset', 'into the page that asks for the address of a reset', /\/forgot$/),
  at('added', 'into the page that adds users', /\/users(?:\/new)?$/),
  at('key', 'into the page that lists the security keys', /\/account$/),
  at('settings', 'into the settings of SSO that were saved', SETTINGS, 'GET'),
  at('refused', 'into the settings of SSO that were refused', SETTINGS, 'POST'),
  {
    id: 'markup-from-the-provider',
    title: 'An error that the provider answers is written into the page as it is',
    tamper: sayingWhatCame,
    flows: [],
    checks: ['TXT1'],
    fails: ['TXT1.answer'],
  },
  {
    id: 'typed-markup-in-mails',
    title: 'What people type is written into mails as it is',
    mail: (mail) => ({ ...mail, html: unescaped(mail.html) }),
    flows: [],
    checks: ['TXT1'],
    fails: ['TXT1.mails'],
  },
  {
    id: 'typed-quotes-in-mails',
    title: 'Quotes that people type are written into an attribute of a mail as they are',
    mail: (mail) => ({ ...mail, html: inAttribute(mail.html) }),
    flows: [],
    checks: ['TXT1'],
    fails: ['TXT1.mails'],
  },
]
