import type { Estimate } from '../../src-renderer/domain/profile/uncertainty/resample';

/** In: an estimate, or null where there is none. Out: what stands of it in JSON. */
export function estimateJson(estimate: Estimate | null) {
  return {
    value: estimate?.value ?? null,
    low: estimate?.interval?.low ?? null,
    high: estimate?.interval?.high ?? null,
  };
}
