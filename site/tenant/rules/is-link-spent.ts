/** ASVS 5.0 6.4.1 and 6.6.2: an activation link works once, and only the newest one does. */
export function isLinkSpent(link: { used_at: number | null; replaced_at: number | null }): boolean {
  return link.used_at !== null || link.replaced_at !== null
}
