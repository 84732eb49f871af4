const units = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const

/** A length of time in its largest fitting unit: “2 days”, “1 hour”. */
export function inWords(seconds: number): string {
  // A second less than an hour is an hour to people.
  const [size, unit] = units.find(([size]) => Math.abs(seconds) >= size * 0.99) ?? units[3]
  const count = Math.round(Math.abs(seconds) / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** When something is, seen from another time; both in seconds. */
export function fromThen(at: number, then: number): string {
  const apart = at - then
  if (Math.abs(apart) < 1) return 'at that moment'
  return apart > 0 ? `${inWords(apart)} later` : `${inWords(apart)} before`
}

/** A time in seconds since 1970, as people read it. */
export const asDate = (seconds: number): string =>
  Number.isFinite(seconds) && Math.abs(seconds) < 8.64e12
    ? `${new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19)} UTC`
    : String(seconds)
