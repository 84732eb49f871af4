const DIGITS = [...'0123456789']

/**
 * The code with another digit at one place, counted from the end where that is negative.
 * @param right codes that it must not become
 */
export function otherDigit(code: string, at: number, right: readonly string[]): string {
  const changed = DIGITS.map((digit) => [...code].with(at, digit).join(''))
  const wrong = changed.find((one) => one !== code && !right.includes(one))
  if (wrong === undefined) throw new Error('Every code with another digit there is a right one.')
  return wrong
}
