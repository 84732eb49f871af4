import type { Controls } from '../perform.ts'

/** Controls that do nothing but write down, one line a action, what they are asked for. */
export function recordingControls(lines: string[] = [], person = ''): Controls {
  const says = (line: string) => {
    lines.push(person ? `${person}: ${line}` : line)
    return Promise.resolve()
  }
  return {
    onScreen: (screen) => void says(`on ${screen}`),
    visit: (address) => says(`visit ${address}`),
    openMail: (screen, which) => says(`open the ${which} ${screen}`),
    fill: ({ label }, value) => says(`${label}: ${value}`),
    press: (label) => says(`press ${label}`),
    fillIfAsked: ({ label }, symbol) => says(`${label}, if asked: ${symbol}`),
    canPress: async () => true,
    value: async ({ holds }, symbol) => `<${symbol} ${holds}>`,
    withKey: async (answer, action) => {
      await action()
      await says(`${answer} the key`)
    },
    advanceClock: (seconds) => says(`wait ${seconds} s`),
    credentials: async () => ({ name: 'someone', password: 'secret' }),
    signInAtProvider: ({ name, password }) => says(`sign in as ${name} with ${password}`),
    isAskedAtProvider: async () => true,
    demandsSignIn: () => false,
    awaitMail: async (screen, action) => {
      await action()
      await says(`await ${screen}`)
    },
    markMails: (screen) => says(`mark ${screen}`),
    expectNoMail: (screen) => says(`no ${screen}`),
    keep: (name, where) => says(`keep ${name} from ${JSON.stringify(where)}`),
    as: async (other) => recordingControls(lines, other),
    elsewhere: (action) => action(recordingControls(lines, 'elsewhere')),
    walk: ({ flow, events }) => says(`walk ${flow}: ${events.join(', ')}`),
    reload: () => says('reload'),
    timesDone: () => 0,
    note: (text) => void says(`note ${text}`),
  }
}
