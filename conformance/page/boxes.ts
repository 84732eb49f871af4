/**
 * Which of these inputs are the boxes of a code, one character each. Runs in the page, so it must not use anything from outside.
 *
 * What such a box is, libraries say differently (`maxlength`, `size`, only a style); people see four to ten narrow fields in a row.
 * @returns their positions in the list
 */
export function boxesIn(inputs: Element[]): number[] {
  const isBox = (input: Element) => {
    if (!(input instanceof HTMLInputElement) || !['text', 'tel', 'number', 'password'].includes(input.type))
      return false
    const { width, height } = input.getBoundingClientRect()
    return input.maxLength === 1 || (width > 0 && width <= 2 * height)
  }
  let run: number[] = []
  const runs = [run]
  for (const [n, input] of inputs.entries()) {
    if (isBox(input)) run.push(n)
    else {
      run = []
      runs.push(run)
    }
  }
  return runs.find(({ length }) => length >= 4 && length <= 10) ?? []
}
