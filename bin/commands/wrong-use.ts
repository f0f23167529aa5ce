/** The command cannot be meant like this: usage is shown, and the exit code is 2. */
export class WrongUse extends Error {}
