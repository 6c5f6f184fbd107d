/** Sizes that several programs share. */
export const WIDTH = 320;
export const HEIGHT = 240;
export const SHAPE = [HEIGHT, WIDTH] as const;
export const KERNEL = [1, 4, 6, 4, 1] as const;
