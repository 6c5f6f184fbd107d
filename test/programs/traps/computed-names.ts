// @ts-nocheck -- members with computed names
import * as np from 'numpy-ts';
const k = 'd' + Number('1');
class A { [k]() { return 3; } get [k + 'x']() { return 4; } static [k + 's'] = 5; static [k + 'm']() { return 6; } ['lit'] = 2; get ['lit2']() { return 2; } ['q']() { return 1; } [k + 'f'] = 9; }
const a = new A() as any;
np.zeros([a.d1()]);
np.zeros([a.d1x]);
np.zeros([(A as any).d1s]);
np.zeros([(A as any).d1m()]);
np.zeros([a.lit]);
np.zeros([a.lit2]);
np.zeros([a.q()]);
np.zeros([a.d1f]);
np.zeros([a.d1f === undefined ? 3 : 4]);
np.zeros([a.d1x ? 3 : 4]);
np.zeros([(A as any).d1s ? 3 : 4]);
np.zeros([a.d1 ? 3 : 4]);
np.zeros([(A as any).d1m ? 3 : 4]);
const o = { get ['lit']() { return 7; }, get [k]() { return 8; }, ['m']() { return 2; } } as any;
np.zeros([o.lit]);
np.zeros([o.d1]);
np.zeros([o.d1 ? 3 : 4]);
np.zeros([o.m()]);
