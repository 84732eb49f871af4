import { type HTMLElement, parse } from 'node-html-parser'
import { confirms, refuses } from './refusing-words.ts'

/** What pages mark as an error without a role, by what its class or its id is called. */
const MARKED = ['error', 'alert', 'danger', 'invalid']
  .flatMap((name) => [`[class*=${name} i]`, `[id*=${name} i]`])
  .join()

/** Entries of a list of errors in a form: there is none where nothing is wrong, so that they need no words of refusal. */
const LISTED = 'form ul[class*=error i] > li, form ol[class*=error i] > li'

/** Libraries of styles announce what worked as an alert, too. */
const SUCCESS = /\bsuccess\b|-success\b/i

/** What has one of these is no message, but a part of the page or all of it: its class tells something else. */
const PARTS_OF_A_PAGE = 'form, nav, main, header, script'
/** No message is longer, in characters. */
const LONGEST = 500

/** Where toasts are read out: they confirm as often as they refuse. */
const POLITE = '[role=status], [aria-live=polite], output'

/** What a page says that reports an error, or else its status; `undefined` where nothing went wrong. */
export function errorIn(
  status: number,
  body: string,
  refusesHere: (text: string) => boolean = () => false,
): string | undefined {
  const page = body.includes('<') ? parse(body) : undefined
  const textsOf = (selector: string, isMeant = (_: HTMLElement) => true) =>
    (page?.querySelectorAll(selector) ?? [])
      .filter((element) => !element.querySelector(PARTS_OF_A_PAGE) && isMeant(element))
      .map(({ structuredText }) => structuredText.trim())
      .filter((text) => text.length <= LONGEST)
  const said =
    textsOf('[role=alert]', ({ classNames }) => !SUCCESS.test(classNames)).find(
      (text) => text !== '' && !confirms(text),
    ) ??
    (page?.querySelectorAll('[role=alert]') ?? [])
      .filter((alert) => !alert.hasAttribute('hidden'))
      .flatMap(keysIn)[0] ??
    textsOf(`${MARKED}, ${POLITE}`).find((text) => refuses(text, refusesHere)) ??
    textsOf(LISTED).find(Boolean)
  return said ?? (status >= 400 ? `status ${status}` : undefined)
}

/** Attributes with the key of a text, which a script puts there in the person's language. */
const TRANSLATED = /i18n|l10n|^(?:data-)?(?:tr|trans)(?:key|id|msg)?$/i

const keysIn = (alert: HTMLElement): string[] =>
  [alert, ...alert.querySelectorAll('*')].flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, key]) =>
      TRANSLATED.test(name) && key ? `the message ${key}` : [],
    ),
  )

/** What parameters are called that tell a page what went wrong (RFC 6749 section 4.1.2.1, and as they are in use). */
const TELLS = /^(?:error|error_description|error_code|reason)$/i

/** The error that an address hands to the page behind it. */
export function errorAt(url: string): string | undefined {
  const [, value] = [...new URL(url).searchParams].find(([name, value]) => TELLS.test(name) && value) ?? []
  return value
}
