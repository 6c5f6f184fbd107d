/** Where arrays lie in memory: which share it, which are views, in which order, and what would copy. */
export {
  type Contiguity,
  contiguity,
  isView,
  LayoutError,
  mayShareMemory,
  sharesMemory,
  wouldCopy,
} from './layout.ts';
