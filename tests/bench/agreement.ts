import {
  continuum,
  type Continuum,
  type Span,
} from '../../src-renderer/domain/agreement/continuum/continuum';
import { DEFAULT_GAMMA, gamma, gammaParts } from '../../src-renderer/domain/agreement/gamma/gamma';
import {
  coefficient,
  type CoefficientOptions,
  type ContinuumCoefficient,
} from '../../src-renderer/domain/agreement/registry';
import { bootstrap, finish } from '../../src-renderer/domain/agreement/resampling/resample';
import { seeded } from '../generator/random';
import { compete, quiet, type Figures } from './timing';

const FAMILY = ['uAlpha', 'barUAlpha', 'cuAlpha', 'cuAlpha.coverage'];
const codes = Array.from({ length: 20 }, (_, i) => `code ${i}`);

/** Coders of one truth: each moves every border by up to two positions and takes another code for one span in seven. */
function coded(sources: number, coders: number, spansPerCoder: number, seed: number): readonly Continuum[] {
  const { next, whole, pick } = seeded(seed);
  const per = spansPerCoder / sources;
  return Array.from({ length: sources }, () => {
    const truth = Array.from({ length: per }, (_, i) => {
      const start = 60 * i + whole(2, 20);
      return { start, end: start + whole(15, 34), code: pick(codes) };
    });
    const spans = Array.from({ length: coders }, () =>
      truth.map(({ start, end, code }): Span => ({
        start: start + whole(-2, 2),
        end: end + whole(-2, 2),
        code: next() < 6 / 7 ? code : pick(codes),
      })),
    );
    return continuum(60 * per + 40, spans);
  });
}

/** Times coefficients against a bare pass over the same spans. */
export async function benchAgreement(): Promise<readonly Figures[]> {
  const project = coded(1000, 2, 20_000, 1);
  const small = coded(100, 2, 5000, 2);
  const large = coded(1000, 5, 50_000, 3);
  const pair = coded(1, 2, 1700, 4);
  const uAlpha = onContinua('uAlpha');
  const family = (continua: readonly Continuum[]) => {
    for (const name of FAMILY) value(name, continua);
    for (const code of codes) value('kuAlpha', continua, { code });
  };
  const contests: readonly (readonly [
    string,
    string,
    readonly Continuum[],
    (fresh: readonly Continuum[]) => void,
  ])[] = [
    [
      'kappa 20 codes',
      '500 ms',
      project,
      (fresh) => {
        for (const code of codes) value('charKappa', fresh, { code });
      },
    ],
    ['u-alpha 10,000 spans', '200 ms', small, family],
    ['u-alpha 50,000 spans', '1500 ms', large, family],
    [
      'u-alpha bootstrap 1,000',
      '3000 ms',
      large,
      (fresh) => {
        const over = uAlpha.prepare(fresh);
        const { values } = finish(bootstrap(over, { documents: fresh.length, resamples: 1000, seed: 1 }));
        if (values.length !== 1000) throw new Error('Every resample has a value.');
      },
    ],
    [
      'gamma 2 x 1,700',
      '5000 ms',
      pair,
      (fresh) => {
        const parts = finish(gammaParts(fresh, { ...DEFAULT_GAMMA, samples: 30 }));
        if (!parts.ok || !gamma(parts.value, [1]).ok) throw new Error('γ has a value.');
      },
    ],
  ];
  const figures: Figures[] = [];
  for (const [name, limit, continua, compute] of contests) {
    figures.push(
      ...(await compete({
        name,
        limit,
        baselineName: 'one bare pass over the spans',
        runs: 5,
        ours: async (measure) => {
          await quiet();
          // Another array each time: what was counted for the last is of no use.
          const fresh = [...continua];
          return measure(() => compute(fresh));
        },
        baseline: async (measure) => {
          await quiet();
          return measure(() => {
            let length = 0;
            for (const { coders } of continua) {
              for (const spans of coders) for (const { start, end } of spans ?? []) length += end - start;
            }
            if (length === 0) throw new Error('There are spans.');
          });
        },
      })),
    );
  }
  return figures;
}

function onContinua(name: string): ContinuumCoefficient {
  const found = coefficient(name);
  if (found?.of !== 'continua') throw new Error(`${name} is of continua.`);
  return found;
}

function value(name: string, continua: readonly Continuum[], options?: CoefficientOptions): number {
  const outcome = onContinua(name).prepare(continua, options)();
  if (!outcome.ok) throw new Error(`${name} has a value.`);
  return outcome.value.value;
}
