export interface JobConfig {
  size: number;
  modulus: number;
  invert: boolean;
  smooth: boolean;
}

export const defaults: JobConfig = { size: 512, modulus: 17, invert: false, smooth: false };

export function merge(base: JobConfig, overrides: Partial<JobConfig>): JobConfig {
  const out = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    if (value !== undefined) (out as Record<string, unknown>)[key] = value;
  }
  return out;
}
