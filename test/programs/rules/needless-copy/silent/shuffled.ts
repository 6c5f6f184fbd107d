import * as np from 'numpy-ts';

np.random.seed(2);
const deck = np.arange(60_000);
const shuffled = deck.copy();
np.random.shuffle(shuffled);
console.log(Number(deck.get([5])), Number(np.sum(shuffled)));
