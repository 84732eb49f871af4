import type { EventSpec } from '../../../machines/flow.ts'
import { type Typed, typedFor, type World } from '../model/values.ts'
import { isSignIn, signInAtProvider } from './at-provider.ts'
import type { Frame } from './frame.ts'
import type { Control, Sandbox } from './sandbox.ts'

const TWO_DAYS = 48 * 60 * 60 * 1000

/** What the desk does an event with. */
export interface Hands {
  sandbox: Sandbox
  control: Control
  frame: Frame
  world: World
  /** Scans the code on the screen if the phone knows none yet; answers a code that has not been used. */
  freshCode: () => Promise<string>
  /** Finds a link in the newest mail that has it, or in the one before. */
  linkInMail: (label: string, older: boolean) => string | undefined
  /** What the security key does when it is asked next. */
  answerKey: (answer: 'touch' | 'cancel') => void
}

const addresses: Record<string, string> = { 'open-dashboard': '/dashboard', 'open-login-page': '/' }

/** Does an event for the reader, at the real tenant; by what is said about it, not by its name. */
export async function perform(event: string, spec: EventSpec, hands: Hands): Promise<void> {
  const { sandbox, control, frame } = hands
  const path = addresses[event]
  if (path) return frame.visit(sandbox.url + path)
  if (spec.at === 'clock') return control.advance(TWO_DAYS)
  if (spec.at === 'mail') {
    const href = spec.press && hands.linkInMail(spec.press, event === 'open-older-link')
    return href ? frame.visit(href) : undefined
  }
  if (isSignIn(event)) return signInAtProvider(event, spec, frame, sandbox)
  if (spec.at === 'key') hands.answerKey(event.endsWith('cancelled') ? 'cancel' : 'touch')

  const times = event.endsWith('-ten-times') ? 10 : 1
  for (let time = 0; time < times; time += 1) {
    const fields = await valuesOf(spec, hands)
    if (Object.keys(fields).length > 0) await frame.fill(fields)
    const press = event === 'provider.cancelled' ? 'Cancel' : spec.press
    if (!press) continue
    if (spec.at === 'key') frame.send({ type: 'press', label: press })
    else await frame.press(press)
  }
}

async function valuesOf({ fill = {} }: EventSpec, { world, freshCode }: Hands): Promise<Typed> {
  const typed: Typed = {}
  for (const [label, symbol] of Object.entries(fill)) {
    const code = label === 'Enter one time code' && symbol === 'right' ? await freshCode() : undefined
    typed[label] = code ?? typedFor(label, symbol, world, typed)
  }
  return typed
}
