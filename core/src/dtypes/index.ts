/** dtypes: which one values need, conversions that lose nothing, and what they cost. */
import { type DType, type DTypeInfo, dtypeTable, infoOf } from './table.ts';

export { type ByteCost, byteCost } from './cost.ts';
export { canHold, DtypeError, minDtype, NarrowError, type NarrowOptions, narrow, type ValueRange } from './narrow.ts';
export type { DType, DTypeInfo, Kind } from './table.ts';

/** What is known of one dtype: kind, bytes, least and greatest value. From numpy-ts itself. */
export function dtypeInfo(dtype: DType): DTypeInfo {
  return infoOf(dtype);
}

/** What is known of all dtypes of numpy-ts. */
export function dtypeInfos(): DTypeInfo[] {
  return [...dtypeTable().values()];
}
