import type { EventSpec } from '../../machines/model/event.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { fieldOf, mailWith } from '../../machines/model/perform.ts'
import { pressable, type Screen } from '../../machines/model/screen.ts'
import { commonValues, withValues } from '../../machines/model/values.ts'
import { camel } from '../draft/names.ts'
import { printKey, printText } from '../draft/print.ts'
import { expressionOf } from './expression.ts'

/** Why an event cannot be written as a few actions; `undefined` where it can. */
export function whyNot({ does, leg, as, key, wait, sends, at }: EventSpec): string | undefined {
  if (does) return 'it is done by a function of the pack'
  if (leg) return 'it is a whole procedure'
  if (as) return 'somebody else does it'
  if (key || at === 'key') return 'it needs a security key'
  if (wait) return 'it needs a clock that can be moved'
  if (sends) return 'it waits for a further mail'
  return at === 'screen' || at === 'mail' ? undefined : `it happens at ${at}`
}

/** The page object of a pack: its file, and what specs call of it. */
export interface PageObject {
  className: string
  text: string
  /** The call that does an event of a flow, on a screen. */
  callOf(flow: Flow, event: string, screen: string): string
  /** The method that sees a screen; `undefined` where there is nothing to be seen. */
  seenBy(screen: string): string | undefined
}

/** Writes the page object. An event that two flows do in two ways is two methods. */
export async function pageObjectOf(pack: Pack, used: readonly UsedEvent[]): Promise<PageObject> {
  const className = `${camel(pack.product).replace(/^./, (letter) => letter.toUpperCase())}Page`
  const methods = new Map<string, string>()
  const nameOf = new Map<string, string>()
  for (const { flow, event, screen } of used) {
    const body = await bodyOf(pack, screen, flow.events[event])
    const name = [camel(event), camel(`${event}-${flow.id}`), camel(`${event}-${flow.id}-on-${screen}`)].find(
      (one) => (methods.get(one) ?? body) === body,
    )
    if (name === undefined) throw new Error(`${flow.id} has two events "${event}" on ${screen}.`)
    methods.set(name, body)
    nameOf.set(keyOf(flow, event, screen), name)
  }
  const shown = Object.entries(pack.screens).filter(([, screen]) => isSeen(screen))
  const text = `import { expect, type Page } from '@playwright/test'
import type { Person } from './people.ts'

/** Paths of the pages that can be opened by themselves, below the base URL: correct them. */
const paths = {
${Object.keys(pack.addresses)
  .map((name) => `  ${printKey(name)}: ${printText(name === pack.entrance ? '/' : `/${name}`)},`)
  .join('\n')}
}

/** What people do at ${pack.product}, and what they see there. */
export class ${className} {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

${[...methods].map(([name, body]) => `  async ${name}(${parameterOf(body)}) {\n${body}\n  }`).join('\n\n')}

  /** Sees a message, or a part of it. */
  async says(message: string) {
    await expect(this.page.getByText(message).first()).toBeVisible()
  }

${shown.map(([id, screen]) => `  async ${seeing(id)}() {\n${expectations(screen)}\n  }`).join('\n\n')}
}
`
  return {
    className,
    text,
    callOf(flow, event, screen) {
      const name = nameOf.get(keyOf(flow, event, screen)) ?? camel(event)
      return `${name}(${parameterOf(methods.get(name)) ? 'person' : ''})`
    },
    seenBy: (id) => (shown.some(([one]) => one === id) ? seeing(id) : undefined),
  }
}

/** An event where it is done. */
export interface UsedEvent {
  flow: Flow
  event: string
  screen: string
}

const parameterOf = (body = '') => (/\bperson\./.test(body) ? 'person: Person' : '')
const keyOf = ({ id }: Flow, event: string, screen: string) => `${id} ${event} ${screen}`
const seeing = (screen: string) => camel(`sees-${screen}`)
const isSeen = ({ kind = 'page', words }: Screen) => kind === 'page' && words !== 'any'

async function bodyOf(pack: Pack, at: string, event: EventSpec | undefined): Promise<string> {
  const values = withValues(commonValues, pack.values)
  const { goTo, fill = {}, press, times = 1, at: place } = event ?? {}
  if (place === 'mail' && press) {
    const subject = pack.screens[mailWith(pack, press, at)]?.heading ?? ''
    return `    await person.openMail(this.page, { subject: ${printText(subject)}, link: ${printText(press)} })`
  }
  const screen = pack.screens[goTo ? (pack.addresses[goTo] ?? at) : at]
  const fills = await Promise.all(
    Object.entries(fill).map(async ([label, symbol]) => {
      const field = screen ? fieldOf(screen, label) : { label, holds: 'text' }
      const action = field.holds === 'choice' ? 'selectOption' : 'fill'
      const value = await expressionOf(values, field, symbol)
      return `await this.page.getByLabel(${printText(label)}).${action}(${value})`
    }),
  )
  const role = press && screen?.links?.includes(press) ? 'link' : 'button'
  const once = [
    ...fills,
    ...(press
      ? [`await this.page.getByRole('${role}', { name: ${printText(press)}, exact: true }).click()`]
      : []),
  ]
  const open = goTo
    ? [`await this.page.goto(paths${/^\w+$/.test(goTo) ? `.${goTo}` : `[${printText(goTo)}]`})`]
    : []
  const all =
    times > 1 ? [`for (let n = 0; n < ${times}; n++) {`, ...once.map((line) => `  ${line}`), '}'] : once
  return [...open, ...all].map((line) => `    ${line}`).join('\n')
}

/** A screen is known by its heading, its fields and its first button. */
function expectations(screen: Screen): string {
  const [first] = pressable(screen)
  const role = first && screen.links?.includes(first) ? 'link' : 'button'
  return [
    `getByRole('heading', { name: ${printText(screen.heading)} })`,
    ...(screen.fields ?? []).map(({ label }) => `getByLabel(${printText(label)})`),
    ...(first ? [`getByRole('${role}', { name: ${printText(first)}, exact: true })`] : []),
  ]
    .map((locator) => `    await expect(this.page.${locator}.first()).toBeVisible()`)
    .join('\n')
}
