/** A button counts down for longer than Doorstep waits. The product is not at fault, but nothing is known of what the button does. */
export class StillCounting extends Error {
  constructor(name: string, waited: number) {
    super(
      `“${name}” still counts down after ${Math.round(waited / 1000)} s: let \`patience\` in the profile be longer.`,
    )
    this.name = 'StillCounting'
  }
}
