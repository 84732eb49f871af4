/** Milliseconds after which what has not begun is named, again and again. */
const LONG = 20_000

/** Tells that a deployment is still starting, so that nobody takes the command for dead. */
export async function sayWhile<T>(
  starting: Promise<T>,
  name: string,
  say: (line: string) => void,
): Promise<T> {
  const began = Date.now()
  const tell = () => say(`${name} has been starting for ${Math.round((Date.now() - began) / 1000)} s.`)
  const timer = setInterval(tell, LONG)
  return starting.finally(() => clearInterval(timer))
}
