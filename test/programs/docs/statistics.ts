import * as np from 'numpy-ts';

np.random.seed(3);
const samples = np.random.normal(0, 1, [5000]) as np.NDArray;
const [counts, edges] = np.histogram(samples, 20);
const bins = np.digitize(samples, edges as np.NDArray);
const tally = np.bincount(np.array([0, 1, 1, 3], 'int32'));
const covariance = np.cov(np.array([[1, 2, 3], [3, 2, 1]]));
const correlation = np.corrcoef(np.array([[1, 2, 3], [3, 2, 1]]));
const smooth = np.convolve(samples, np.ones([5]).divide(5), 'same');
const full = np.convolve(np.array([1, 2, 3]), np.array([0, 1]));
const area = np.trapezoid(np.array([1, 2, 3]));
const weighted = np.average(np.array([1, 2, 3]));

console.log(counts.shape, edges.shape, bins.shape, tally.tolist(), covariance.shape, correlation.shape);
console.log(smooth.shape, full.shape, area, weighted);
