/** A name that tells how long it takes: “Resend (0:14)”, “Send again in 30 s”. */
const COUNTS = /\d(?::\d\d|\s*(?:s|secs?|seconds?|m|mins?|minutes?)\b|\s*\)|$)/i

export const countsDown = (name: string): boolean => COUNTS.test(name)

/** A button counts down for longer than Doorstep waits. The product is not at fault, but nothing is known of what the button does. */
export class StillCounting extends Error {
  constructor(name: string, waited: number) {
    super(
      `“${name}” still counts down after ${Math.round(waited / 1000)} s: let \`patience\` in the profile be longer.`,
    )
    this.name = 'StillCounting'
  }
}
