/** Reads what a parent process must have set. */
export function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`A preload needs the environment variable ${name}; it is not set.`);
  return value;
}
