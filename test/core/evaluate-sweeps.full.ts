/** The long sweeps of `evaluate`: all pairs of dtypes in both engines, and ten times as many numbers for the accuracy. */
import './evaluate-accuracy.test.ts';
import './evaluate-engines.test.ts';
