/** A date that is further away puts the mail where nobody looks, in milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000

/**
 * Whether a mail’s Date is that of the day. Where a check has moved the deployment’s clock, the mail may still have the real time: what
 * sends it need not know of the other.
 * @param clocks milliseconds since 1970, on each clock that may have dated it
 */
export const isOfTheDay = (date: string | undefined, clocks: readonly number[]): boolean =>
  clocks.some((now) => Math.abs(Date.parse(date ?? '') - now) < A_DAY)
