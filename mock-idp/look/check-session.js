const browserState = () => /(?:^|; )idp_browser=([^;]*)/.exec(document.cookie)?.[1] ?? ''

const digest = async (text) => {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

addEventListener('message', async ({ data, origin, source }) => {
  const [clientId, sessionState = '', surplus] = String(data).split(' ')
  const [hash, salt] = sessionState.split('.')
  if (!hash || !salt || surplus !== undefined) return source.postMessage('error', origin)
  const now = await digest(`${clientId} ${origin} ${browserState()} ${salt}`)
  source.postMessage(now === hash ? 'unchanged' : 'changed', origin)
})
