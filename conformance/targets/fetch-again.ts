/** Requests that may be sent twice without doing anything twice. */
const ASKS = /^(?:GET|HEAD|OPTIONS)$/i

/** What a browser says of a page’s requests to its own site. Some products ignore a cookie that comes without it. */
function asItsOwnPage(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers)
  if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
  return { ...init, headers }
}

/**
 * As `fetch` in a page of the site, but asks once more where the server has closed a connection that was kept open, as a browser does
 * (RFC 9112 section 9.3.1): a server may do that at any time, and it says nothing about the target.
 */
export async function fetchAgain(url: string | URL, init: RequestInit = {}): Promise<Response> {
  const request = asItsOwnPage(init)
  try {
    return await fetch(url, request)
  } catch (error) {
    if (!ASKS.test(init.method ?? 'GET') || !isClosed(error)) throw error
    return fetch(url, request)
  }
}

const isClosed = (error: unknown) => {
  const { cause } = error as { cause?: { code?: string } }
  return cause?.code === 'UND_ERR_SOCKET' || cause?.code === 'ECONNRESET'
}
