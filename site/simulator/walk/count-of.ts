/** Where one is among the moments of a walk: `2 of 3` events; before the first, there is nothing to count. */
export const countOf = (at: number, last: number): string => (last > 0 ? `${at} of ${last}` : 'Start')
