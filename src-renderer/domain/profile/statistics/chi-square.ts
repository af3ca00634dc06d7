import { invariant } from '../../model/result';

/**
 * The upper tail of the χ² distribution: P(X ≥ statistic), the regularised incomplete gamma function
 * Q(df/2, statistic/2) (Abramowitz and Stegun 1964, 26.4.19), by its series 6.5.29 below the mean and by its
 * continued fraction 6.5.31 above.
 * In: a statistic ≥ 0 and degrees of freedom, a whole number ≥ 1. Out: 0…1, to about 12 digits.
 */
export function chiSquareUpper(statistic: number, df: number): number {
  invariant(statistic >= 0 && Number.isInteger(df) && df >= 1, 'a χ² statistic and its degrees of freedom');
  if (statistic === 0) return 1;
  const [a, x] = [df / 2, statistic / 2];
  const front = Math.exp(a * Math.log(x) - x - logGammaOfHalves(df));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

/** ln Γ(halves / 2), exactly as a product: Γ(a + 1) = a Γ(a), Γ(1/2) = √π. */
function logGammaOfHalves(halves: number): number {
  let sum = halves % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let a = halves % 2 === 0 ? 1 : 0.5; a < halves / 2; a++) sum += Math.log(a);
  return sum;
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * 1e-16; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Evaluated from the front after Lentz (1976). */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 10_000; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b, tiny);
    c = nonZero(b + numerator / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);
