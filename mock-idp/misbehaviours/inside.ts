/**
 * The same server under the other name of its machine: an address of the deployment's own network. A request there is recorded
 * like every other, and is answered with 404. Its path ends with the misbehaviour's id, which tells who led there.
 */
export function inside(address: string, id: string): string {
  const url = new URL(address)
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost'
  url.pathname += `/${id}`
  return url.href
}
