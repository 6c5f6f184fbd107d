/** The dtypes that tests go over. */
import { DTYPES, type DType } from 'bytelens/laws';

export const REAL_DTYPES: readonly DType[] = DTYPES.filter((d) => !d.startsWith('complex'));

/** The real ones that are stored as what they are called: float16 is float32 where JavaScript has no Float16Array. */
export const NATIVE_DTYPES: readonly DType[] = REAL_DTYPES.filter((d) => d !== 'float16');
