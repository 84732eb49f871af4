/**
 * ASVS 5.0 6.3.3: two factors are always required, so that the last second one can't be removed. Answers whether one of
 * those that are enrolled may go.
 */
export function mayRemoveMethod({ app, keys }: { app: boolean; keys: number }): boolean {
  return (app ? 1 : 0) + keys > 1
}
