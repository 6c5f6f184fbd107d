const A: any = Array;
A.prototype[Symbol.iterator] = function* () { yield 1; yield 2; yield 3; yield 4; };
export {};
