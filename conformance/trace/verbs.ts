/** Verbs that an instruction of a user's guide begins with, without those that more often begin a fact. */
export const verbs = new Set(
  `accept access activate add adjust adopt allow analyze apply approve archive ask assign attach authenticate authorize avoid
  back backup block browse build call cancel capture change check choose clear click clone close collapse collect combine complete
  compare confirm configure connect consent contact continue convert copy create customize cut decide decline define document
  delete deploy deselect determine disable disconnect dismiss double-click download drag drop edit eject enable encode ensure enrol
  enroll enter execute exit expand export extract fill filter find finish follow force generate get give go grant
  hold hover identify ignore import include increase indicate input insert inspect install invite join keep launch
  leave let link list load locate lock log login log-in look make map mark merge minimize modify monitor mount move name
  navigate note obtain open optimize order paste pause pay perform pick place plug point populate prepare press preview proceed
  provide publish pull push put quit read reboot receive record redirect re-enter reenter refresh refer register reject
  release reload remember remove rename reopen repeat replace request require reset resize resend restart restore resume
  retrieve retry return reverse review revoke right-click rotate run save scan schedule scroll search secure see select send
  set share show sign skip sort specify split start stop store submit subscribe switch sync synchronize take tap
  test tick toggle track transfer troubleshoot try turn type uncheck uncomment undo uninstall unlock unmark unpack unselect
  untick unzip update upgrade upload use validate verify view visit wait watch write zip`
    .split(/\s+/)
    .filter(Boolean),
)

/** Verbs that point a reader elsewhere: no action in the product. */
export const pointers = new Set(['see', 'refer', 'note', 'remember', 'contact', 'read', 'review', 'keep'])
