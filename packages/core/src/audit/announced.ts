/** What acts of the journal are about that no stream tells of: a secret ballot's voters must not be seen coming one by one. */
const unannounced: readonly string[] = ['secret-ballot']

/** Whether an act may be told to everyone who looks into the season; its content never is (issue 4, point 2). */
export function isAnnounced(act: { aboutKind: string }): boolean {
  return !unannounced.includes(act.aboutKind)
}
