/** Milliseconds that what was left open may keep the process. */
const LEFT_OPEN = 3_000

/** Ends the process although a profile has left something open, such as the product that it began to start. */
export const endSoon = () => setTimeout(() => process.exit(), LEFT_OPEN).unref()
