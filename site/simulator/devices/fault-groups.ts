/** What a fault of the provider is aimed at. */
export type Attacked = 'discovery' | 'keys' | 'token' | 'answer' | 'endpoints' | 'refresh' | 'logout'

interface Fault {
  breaks: string
  attacks: Attacked
}

const titles: Readonly<Record<Attacked, string>> = {
  discovery: 'The discovery document',
  keys: 'Keys and signature',
  token: 'Claims of the ID token',
  answer: 'The response through the browser',
  endpoints: 'Endpoints that the product calls',
  refresh: 'Tokens after a refresh',
  logout: 'Logging out',
}

/** Where the settings are saved, the discovery document alone is read. */
const atSettings: readonly Attacked[] = [
  'discovery',
  'keys',
  'token',
  'answer',
  'endpoints',
  'refresh',
  'logout',
]
const atLogin: readonly Attacked[] = [
  'token',
  'keys',
  'answer',
  'endpoints',
  'discovery',
  'logout',
  'refresh',
]

/** Faults by what they attack, those first that can show in the flow. */
export const faultGroups = <F extends Fault>(faults: readonly F[], isSettings: boolean) =>
  (isSettings ? atSettings : atLogin).flatMap((attacked) => {
    const found = faults.filter(({ attacks }) => attacks === attacked)
    return found.length > 0 ? [{ title: titles[attacked], faults: found }] : []
  })

const NO_FAULT = 'Nothing: '

/** A fault as a list shows it; what breaks nothing is none. */
export const inWords = ({ breaks }: Fault): string =>
  breaks.startsWith(NO_FAULT) ? `No fault: ${breaks.slice(NO_FAULT.length)}` : breaks
