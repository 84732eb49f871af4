/**
 * A function as the text of a script that calls it in a page and answers what it answers. Compilers may refer to a helper of their own
 * in it (esbuild's `__name`), which no page has: the script brings one along.
 * @param run uses nothing from outside and takes nothing
 */
export const inPage = (run: () => unknown): string =>
  `(() => { const __name = (named) => named; return (${run.toString()})() })()`

/** The same for a function of the elements of a locator, which takes no text. */
export const onElements = <Answer>(run: (elements: Element[]) => Answer): ((elements: Element[]) => Answer) =>
  new Function('elements', `const __name = (named) => named; return (${run.toString()})(elements)`) as (
    elements: Element[],
  ) => Answer
