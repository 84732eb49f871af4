/** A path taken apart: `/{tenant}/…` or `/oidc/{id}/…`. */
export interface SplitPath {
  kind: 'entra' | 'oidc'
  /** What names the authority, with a misbehaviour after `~` where the address has one. */
  segment: string
  /** The path below which everything of the authority lies. */
  mount: string
  /** The path below the mount. */
  rest: string
}

export function splitPath(path: string): SplitPath {
  const [, first = '', second = ''] = path.split('/')
  const kind = first === 'oidc' ? 'oidc' : 'entra'
  const segment = kind === 'oidc' ? second : first
  const mount = kind === 'oidc' ? `/oidc/${segment}` : `/${segment}`
  return { kind, segment, mount, rest: path.slice(mount.length) }
}
