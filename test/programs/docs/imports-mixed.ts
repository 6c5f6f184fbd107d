import * as np from 'numpy-ts';
import { type DType, NDArray, zeros } from 'numpy-ts';
import { arange as coreArange } from 'numpy-ts/core';

const kinds: DType[] = ['float64', 'float32', 'uint8'];
const blocks = kinds.map((kind) => zeros([64], kind));
const plain = coreArange(8);
const full = np.arange(8);
const wrapped = NDArray.fromStorage(plain.storage);
const both = np.add(full, wrapped);
const { linspace, linalg } = np;
const points = linspace(0, 1, 50);
const length = linalg.norm(points);

console.log(blocks.map((block) => block.nbytes), both.tolist(), points.nbytes, Number(length) > 0);
