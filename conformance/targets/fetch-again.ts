/** Requests that may be sent twice without doing anything twice. */
const ASKS = /^(?:GET|HEAD|OPTIONS)$/i

/**
 * As `fetch`, but asks once more where the server has closed a connection that was kept open, as a browser does (RFC 9112 section
 * 9.3.1): a server may do that at any time, and it says nothing about the target.
 */
export async function fetchAgain(url: string | URL, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (!ASKS.test(init.method ?? 'GET') || !isClosed(error)) throw error
    return fetch(url, init)
  }
}

const isClosed = (error: unknown) => {
  const { cause } = error as { cause?: { code?: string } }
  return cause?.code === 'UND_ERR_SOCKET' || cause?.code === 'ECONNRESET'
}
