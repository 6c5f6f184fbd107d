// @ts-nocheck -- how values flow through the language, not which types it takes
import { zeros } from 'numpy-ts';

// recursion-base
{
  let shape = [2];
  function deepen(k: number): void { if (k === 0) { shape = [3, 3]; return; } deepen(k - 1); }
  deepen(30);
  zeros(shape);
}
// recursion-heap
{
  const out: number[] = [];
  function collect(n: number): void { if (n > 0) { out.push(n); collect(n - 1); } }
  collect(18);
  zeros([out.length]);
}
// recursion-vars
{
  let visited = 0;
  function walk(n: number): void { if (n === 0) return; visited++; walk(n - 1); }
  walk(25);
  zeros([visited]);
}
