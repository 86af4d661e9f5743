/** The project's folder. */
export const project: string;
/** Installs the dependencies if they are missing or not those of package-lock.json. */
export function ensureInstalled(): Promise<void>;
/** Compiles the sources if they have changed since the last time. @returns false if they have type errors */
export function ensureBuilt(): Promise<boolean>;
/** Bundles the web app if it has changed since the last time. @returns false if that failed */
export function ensureWebBuilt(): Promise<boolean>;
