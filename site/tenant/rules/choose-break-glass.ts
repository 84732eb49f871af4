interface Administrator {
  id: string
  hasPassword: boolean
  hasSecondFactor: boolean
}

/**
 * Inferred: a wrong SSO setting must not lock everybody out. One Administrator with 1Secure Authentication, the one who saved
 * the setting if possible, keeps the way in by password and second factor. Answers whom, or undefined when there is nobody.
 */
export function chooseBreakGlass(
  administrators: Administrator[],
  preferred: string | null,
): string | undefined {
  const able = administrators.filter(({ hasPassword, hasSecondFactor }) => hasPassword && hasSecondFactor)
  return (able.find(({ id }) => id === preferred) ?? able[0])?.id
}
