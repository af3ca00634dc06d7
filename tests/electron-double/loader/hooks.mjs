const double = new URL('./electron.mjs', import.meta.url).href;

/**
 * Node's loader hook: an `import 'electron'` of a run of the built program gets the double of that run.
 * @type {import('node:module').ResolveHook}
 */
export async function resolve(specifier, context, next) {
  if (specifier !== 'electron') return next(specifier, context);
  const run = context.parentURL && new URL(context.parentURL).searchParams.get('run');
  if (!run) throw new Error(`${context.parentURL} imports electron outside a run of the double`);
  return { url: `${double}?run=${run}`, shortCircuit: true };
}
