/**
 * Whether a request belongs to a connection that a page keeps open, where no WebSocket is open yet: Engine.IO below Socket.IO
 * (`EIO`, Engine.IO protocol 4), or the negotiation of SignalR. It is sent whatever the person does, and is good only once.
 */
export function isOfLiveConnection(url: string): boolean {
  const { pathname, searchParams } = new URL(url)
  return (
    (searchParams.has('EIO') && searchParams.has('transport')) ||
    (pathname.endsWith('/negotiate') && searchParams.has('negotiateVersion'))
  )
}
