/** What the bundled provider calls the buttons of its sign-in pages. Fields are known by what they hold. */
export const signInWords = {
  submit: ['Next', 'Sign in'],
  /** Leads away from another person's page. */
  another: ['Change', 'Use another account'],
  /** Answers the question whether to stay signed in. */
  stay: ['Yes'],
} as const
