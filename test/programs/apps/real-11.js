// Genetic algorithm: knapsack with a population matrix
import * as np from 'numpy-ts';

const POP = 1024;
const GENES = 256;

/** Mulberry32. @param {number} a */
function mulberry(a) {
  return () => {
    a |= 0;
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const rand = mulberry(99);

function initialPopulation() {
  const genes = new Float64Array(POP * GENES);
  for (let i = 0; i < genes.length; i++) genes[i] = rand() < 0.3 ? 1 : 0;
  return np.array(genes).reshape(POP, GENES);
}

const values = np.array(Array.from({ length: GENES }, () => Math.floor(rand() * 100)));
const sizes = np.array(Array.from({ length: GENES }, () => 1 + Math.floor(rand() * 50)));
const CAPACITY = 2500;

function fitness(population) {
  const value = np.matmul(population, values);
  const load = np.matmul(population, sizes);
  const over = np.maximum(load.subtract(CAPACITY), 0);
  return value.subtract(over.multiply(3));
}

function select(population, scores) {
  const ranking = scores.argsort();
  const best = ranking.slice(`${POP / 2}:`);
  return population.iindex(best.astype('int32'), 0);
}

function crossover(parents) {
  const half = POP / 2;
  const partner = np.roll(parents, 1, 0);
  const coin = np.array(Uint8Array.from({ length: half * GENES }, () => (rand() < 0.5 ? 1 : 0))).reshape(half, GENES).astype('bool');
  const children = np.where(coin, parents, partner);
  return np.concatenate([parents, children], 0);
}

function mutate(population, rate) {
  const flips = np.zeros([POP, GENES]);
  const count = Math.floor(POP * GENES * rate);
  for (let i = 0; i < count; i++) flips.set([Math.floor(rand() * POP), Math.floor(rand() * GENES)], 1);
  return np.abs(np.subtract(population, flips));
}

let population = initialPopulation();
const history = [];
for (let g = 0; g < 8; g++) {
  const scores = fitness(population);
  history.push(Number(scores.max()));
  const parents = select(population, scores);
  population = mutate(crossover(parents), 0.001);
}
const final = fitness(population);
const champion = population.row(Number(final.argmax())).copy();
const diversity = Number(np.mean(np.std(population, 0)));
const packed = np.packbits(population.astype('uint8'), 1);
console.log(population.dtype, population.nbytes, packed.nbytes, champion.nbytes);
console.log('checksum', history.map((h) => h.toFixed(0)).join(','), Number(champion.sum()), diversity.toFixed(6), Number(np.sum(packed)));
