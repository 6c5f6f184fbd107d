/** The long hunt, first half. */
import { huntLong } from './long.ts';

huntLong(100_000);
