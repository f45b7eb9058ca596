/** The program that a page or a command means when it names none. */
export const defaultProgramId = "rules-of-engagement";
