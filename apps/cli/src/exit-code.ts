/** What the command ends with. */
export const EXIT = {
  ok: 0,
  /** Refused, or verification failed. */
  refused: 1,
  usage: 2,
  /** A fault: the database, the disk, a defect (EX_SOFTWARE of sysexits.h). */
  fault: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
