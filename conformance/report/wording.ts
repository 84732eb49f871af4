/** Something that has another name in the product than in its documentation. */
export interface Wording {
  documented: string
  actual: string
}

/** The note that a report has of it. */
export const wordingNote = ({ documented, actual }: Wording): string =>
  `“${documented}” is called “${actual}” here`

/** What a note says, if it is one of another name. */
export function wordingIn(note: string): Wording | undefined {
  const [, documented, actual] = /^“(.+)” is called “(.+)” here$/.exec(note) ?? []
  return documented !== undefined && actual !== undefined ? { documented, actual } : undefined
}
