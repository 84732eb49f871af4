/** `1 hint`, `2 hints`. */
export const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
