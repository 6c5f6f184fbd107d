import type { Plan } from '../evaluate/drive.ts';
import type { Engine } from '../evaluate/engine.ts';
export function runParallel(_engine: Engine, _plan: Plan, _take?: (folded: number | bigint) => void): boolean {
  return false;
}
