/**
 * The order in which graphs are gone through. Expressions may have tens of thousands of terms, each the argument of the
 * next: nothing here goes down by calling itself.
 */

/** `root` and all that it is made of, each once, after its arguments. */
export function postorder<N>(root: N, argsOf: (node: N) => readonly N[]): N[] {
  const seen = new Set<N>([root]);
  const order: N[] = [];
  const open: { readonly node: N; readonly args: readonly N[]; next: number }[] = [];
  open.push({ node: root, args: argsOf(root), next: 0 });
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const arg = top.args[top.next++];
    if (arg === undefined) {
      order.push(top.node);
      open.pop();
    } else if (!seen.has(arg)) {
      seen.add(arg);
      open.push({ node: arg, args: argsOf(arg), next: 0 });
    }
  }
  return order;
}
