import * as np from 'numpy-ts';
// linear regression by normal equations, polyfit, solve
const x = np.linspace(0, 10, 4000);
const y = x.multiply(3).add(2).add(np.sin(x.multiply(50)).multiply(0.1));
const A = np.column_stack([x, np.ones([4000])]);
const AtA = A.T.matmul(A);
const Aty = A.T.dot(y) as np.NDArray;
const w = np.linalg.solve(AtA, Aty);
console.log(w.shape, w.tolist().map((v: any) => Number(v).toFixed(5)));
const c = np.polyfit(x, y, 2);
console.log(c.shape, Number(c.get([1])).toFixed(4));
const pred = np.polyval(c, x) as np.NDArray;
const res = y.subtract(pred);
const r2 = 1 - Number(res.multiply(res).sum()) / Number(y.subtract(Number(y.mean())).power(2).sum());
console.log(r2.toFixed(8));
const inv = np.linalg.inv(AtA);
const I = np.matmul(inv, AtA);
console.log(np.allclose(I, np.eye(2)), Number(np.linalg.det(AtA)).toFixed(0));
let theta = np.zeros([2]);
const Ac = A.copy();
for (let i = 0; i < 100; i++) {
  const grad = Ac.T.matmul(Ac.matmul(theta).subtract(y)).divide(4000);
  theta = theta.subtract(grad.multiply(0.02));
}
console.log(theta.shape, Number(theta.sum()).toFixed(6));
const sym = AtA.add(AtA.T).divide(2);
const { w: ev } = np.linalg.eigh(sym) as any;
console.log(Number(np.linalg.norm(sym)).toFixed(3), ev === undefined);
