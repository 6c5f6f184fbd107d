import * as np from 'numpy-ts';

const thumbnails = new Map<number, np.NDArray>();

function remember(id: number): void {
  const frame = np.full([1000, 500], id, 'float64');
  // A view would keep the 4 MB frame alive for as long as the map.
  thumbnails.set(id, frame.slice(':200', ':200').copy());
}

for (let id = 0; id < 4; id++) remember(id);
console.log([...thumbnails.values()].map((each) => Number(np.sum(each))));
