import type { Act, Did, Fields } from '../events.ts'

const symbolsOf = (fields: Fields) =>
  Object.entries(fields).map(([label, symbols]) => `${label}: ${symbols.join('+') || '?'}`)

function lineOf(did: Did): string {
  switch (did.what) {
    case 'visit':
      return `visit ${did.address}`
    case 'follow':
      return `follow ${did.link} (${did.was.join('+')})`
    case 'return':
      return 'return'
    case 'send': {
      const { screen, press, fields, key } = did
      const sent = [...symbolsOf(fields), ...(key ? [`key: ${key}`] : [])].join(', ')
      return [screen, press && `· ${press}`, sent && `(${sent})`].filter(Boolean).join(' ')
    }
  }
}

/**
 * An act in one line, for tests: `enter-your-password · Continue (Password: wrong) → enter-your-password “Wrong email or
 * password”`.
 */
export function actLine({ at, by, did, shown }: Act): string {
  const where = at === 'product' ? '' : `at ${at}: `
  const message = shown?.message ? ` “${shown.message}”` : ''
  const next = shown ? ` → ${shown.screen}${message}` : ''
  return `${by ? `${by}: ` : ''}${where}${lineOf(did)}${next}`
}
