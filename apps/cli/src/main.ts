/** Runs the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  process.stderr.write(`Usage: kronika <command> (no command ${args[0] ?? ''} yet)\n`);
  return Promise.resolve(64);
}
