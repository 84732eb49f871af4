/** Milliseconds since the epoch, of the simulated time. */
export type Clock = () => number

/** A simulated time in whole seconds, as tokens carry it (RFC 7519 section 2, NumericDate). */
export const seconds = (clock: Clock): number => Math.floor(clock() / 1000)
