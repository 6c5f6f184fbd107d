/** The long hunt, second half. */
import { huntLong } from './long.ts';

huntLong(110_000);
