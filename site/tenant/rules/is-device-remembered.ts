const LIFE_MS = 30 * 24 * 60 * 60 * 1000

/**
 * The login engine's "Remember this device for 30 days": for that long a device that has passed the second factor isn't
 * asked for it again, by the account that it belongs to (ASVS 5.0 6.1.3: a pathway with its own strength). Times in ms.
 */
export function isDeviceRemembered(
  device: { account_id: string; issued_at: number },
  account: { id: string },
  now: number,
): boolean {
  return device.account_id === account.id && now - device.issued_at < LIFE_MS
}
