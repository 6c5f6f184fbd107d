import * as np from 'numpy-ts';

np.random.seed(1);
const deck = np.arange(52);
np.random.shuffle(deck);
const hand = deck.slice(':5');
const order = np.random.permutation(20) as np.NDArray;
const data = np.arange(40).reshape(20, 2);
const shuffled = data.iindex(order);
const sample = np.random.choice(10, 4) as np.NDArray;
const train = shuffled.slice(':15');
const test = shuffled.slice('15:');

console.log(Number(np.sum(deck)), hand.shape, shuffled.shape, sample.shape);
console.log(train.shape, test.shape, train.nbytes + test.nbytes === data.nbytes);
