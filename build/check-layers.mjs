import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { createRequire } from 'node:module';
import process from 'node:process';

const configuration = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { output } = await cruise(
  ['src-renderer', 'src-main'],
  { ...configuration.options, ruleSet: { forbidden: configuration.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.renderer.json') },
);
if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result');

const { violations, totalCruised } = output.summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`);
// A checker that read nothing would pass everything.
const read = output.modules.filter((module) => /^src-(renderer|main)\/.*\.tsx?$/.test(module.source)).length;
if (read < 50) {
  console.error(`layers: only ${read} modules were read; the check itself is broken`);
  process.exitCode = 1;
} else if (violations.length > 0) {
  process.exitCode = 1;
} else {
  console.log(`layers: ${read} modules, ${totalCruised} with packages, no violation`);
}
