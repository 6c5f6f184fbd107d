let total = 1;
export { total, total as count };
export function inc() { total++; }
export default () => { total += 2; };
