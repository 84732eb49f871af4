const LIFE_MS = 5 * 60 * 1000

/**
 * ASVS 5.0 7.5.1 and 7.5.2: who changes how an account is logged in to, or ends its other sessions, must have proved who
 * they are again, with everything the login asks for, within the last five minutes. The login itself doesn't count: it may
 * be somebody else who sits there now. Times in ms; `confirmed_at` is null when that never happened.
 */
export function isConfirmed({ confirmed_at }: { confirmed_at: number | null }, now: number): boolean {
  return confirmed_at !== null && now - confirmed_at < LIFE_MS
}
