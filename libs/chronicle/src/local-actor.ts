/** Whoever works on this machine, as long as nobody signs in. */
export const LOCAL_ACTOR = 'local';
