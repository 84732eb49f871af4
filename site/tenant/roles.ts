/** The documentation (add-users): the roles of a managing organization, from all rights to the fewest. */
export const roles = ['Administrator', 'Editor', 'Viewer'] as const

/** Administrator: everything; Editor: modify; Viewer: read. */
export type Role = (typeof roles)[number]
