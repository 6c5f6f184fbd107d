/** The methods of ufuncs against NumPy, with forty arrays for each function, dtype and method. */
process.env['FULL'] = '1';
await import('./ufunc-numpy.test.ts');
