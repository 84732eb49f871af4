/** ASVS 5.0 2.4.1: how many users a sandbox may have at most. */
export function limitUsers(): number {
  return 100
}
