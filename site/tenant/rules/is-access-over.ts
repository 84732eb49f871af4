/** The documentation: temporary access has an end. ASVS 5.0 7.4.2: live sessions end with it. Times in ms. */
export function isAccessOver(account: { access_ends_at: number | null }, now: number): boolean {
  return account.access_ends_at !== null && now >= Number(account.access_ends_at)
}
