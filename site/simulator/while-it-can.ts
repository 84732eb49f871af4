/**
 * The attributes of a button that can do nothing for a while. It is not disabled: that would take the focus away from a person who
 * has just pressed it.
 */
export const whileItCan = (can: boolean, act: () => void) => ({
  'aria-disabled': !can,
  onClick: () => {
    if (can) act()
  },
})
