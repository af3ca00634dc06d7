// The layers of docs/architecture.md, checked on every run. One rule, one sentence of that page.
const R = '^src-renderer/';
const outside = (...allowed) => ({ pathNot: allowed.map((a) => a) });

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'domain-is-pure', severity: 'error', from: { path: `${R}domain/` }, to: outside(`${R}domain/`) },
    {
      name: 'importers-see-domain-and-packages',
      severity: 'error',
      from: { path: `${R}importers/` },
      to: outside(`${R}importers/`, `${R}domain/`, '^node_modules/'),
    },
    {
      name: 'exporters-see-domain-and-packages',
      severity: 'error',
      from: { path: `${R}exporters/` },
      to: outside(`${R}exporters/`, `${R}domain/`, '^node_modules/'),
    },
    {
      name: 'application-sees-domain-and-its-ports',
      severity: 'error',
      from: { path: `${R}application/`, pathNot: `${R}application/react/` },
      to: outside(`${R}application/(?!react/)`, `${R}domain/`),
    },
    {
      name: 'react-bindings-see-application-and-react',
      severity: 'error',
      from: { path: `${R}application/react/` },
      to: outside(`${R}application/`, `${R}domain/`, '^node_modules/(react|@types/react)/'),
    },
    {
      name: 'adapters-see-ports-and-domain',
      severity: 'error',
      from: { path: `${R}(storage|platform)/` },
      to: outside(
        `${R}(storage|platform)/`,
        `${R}application/ports/`,
        `${R}domain/`,
        '^node_modules/',
        '^src-main/contract/',
      ),
    },
    {
      name: 'storage-and-platform-are-apart',
      severity: 'error',
      from: { path: `${R}storage/` },
      to: { path: `${R}platform/` },
    },
    {
      name: 'workers-are-glue',
      severity: 'error',
      from: { path: `${R}workers/` },
      to: outside(
        `${R}workers/`,
        `${R}domain/`,
        `${R}(importers|exporters)/`,
        `${R}application/ports/`,
        '^node_modules/',
      ),
    },
    {
      name: 'features-are-apart',
      severity: 'error',
      from: { path: `${R}features/([^/]+)/` },
      to: { path: `${R}features/`, pathNot: `${R}features/$1/` },
    },
    {
      name: 'features-see-no-adapter',
      severity: 'error',
      from: { path: `${R}features/` },
      to: { path: `(${R}(storage|platform|workers|importers|exporters)/|^src-main/)` },
    },
    {
      name: 'ui-charts-i18n-see-no-use-case',
      severity: 'error',
      from: { path: `${R}(ui|charts|i18n)/` },
      to: { path: `${R}(application|features|storage|platform|workers|importers|exporters)/` },
    },
    {
      name: 'only-charts-sees-the-chart-library',
      severity: 'error',
      from: { pathNot: `${R}charts/` },
      to: { path: 'node_modules/d3-' },
    },
    {
      name: 'only-storage-sees-dexie',
      severity: 'error',
      from: { pathNot: `${R}storage/` },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'only-rich-text-sees-lexical',
      severity: 'error',
      from: { pathNot: `${R}ui/rich-text/` },
      to: { path: 'node_modules/(@lexical|lexical)/' },
    },
    {
      name: 'renderer-and-main-meet-in-contract',
      severity: 'error',
      from: { path: R },
      to: { path: '^src-main/', pathNot: '^src-main/contract/' },
    },
    {
      name: 'main-sees-no-renderer',
      severity: 'error',
      from: { path: '^src-main/', pathNot: '^src-main/cli/' },
      to: { path: R },
    },
    {
      name: 'cli-sees-domain-importers-and-exporters',
      severity: 'error',
      from: { path: '^src-main/cli/' },
      to: { path: R, pathNot: `${R}(domain|importers|exporters)/` },
    },
    {
      name: 'contract-is-a-leaf',
      severity: 'error',
      from: { path: '^src-main/contract/' },
      to: outside('^src-main/contract/', '^node_modules/valibot'),
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.renderer.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
    exclude: { path: '\\.(css|json)$' },
  },
};
