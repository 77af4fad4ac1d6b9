/** The architecture, as data: each layer of src and the layers it may import. */
export const layers = {
  language: [],
  core: ['language'],
  platform: ['language'],
  ui: ['language'],
  formats: ['language', 'core'],
  importers: ['language', 'core', 'formats'],
  solver: ['language', 'core'],
  cli: ['language', 'core', 'formats', 'solver'],
  workers: ['language', 'core', 'formats', 'importers', 'storage', 'solver'],
  storage: ['language', 'core'],
  views: ['language', 'core', 'ui'],
  state: ['language', 'core', 'formats', 'importers', 'platform', 'workers', 'storage'],
  screens: ['language', 'core', 'state', 'views', 'ui'],
  app: ['language', 'core', 'state', 'screens', 'views', 'ui'],
};

/** The same, inside core: a part may import the parts named here. */
export const coreParts = {
  text: [],
  labels: ['text'],
  spans: ['text', 'labels'],
  project: ['text', 'labels', 'spans'],
  edits: ['text', 'labels', 'spans', 'project'],
  merge: ['text', 'labels', 'spans', 'project', 'edits'],
  suggest: ['text', 'labels', 'spans', 'project'],
  search: ['text', 'labels', 'spans', 'project', 'bundle'],
  statistics: ['text', 'labels', 'spans', 'project', 'search'],
  'carry-over': ['text', 'labels', 'spans', 'project'],
  relabel: ['text', 'labels', 'spans', 'project', 'review', 'bundle'],
  likeness: ['text'],
  split: ['text'],
  alignment: ['text', 'labels', 'spans', 'project'],
  review: ['text', 'labels', 'spans', 'project', 'split', 'alignment', 'agreement'],
  bundle: ['text', 'labels', 'spans', 'project', 'alignment', 'review', 'edits', 'merge'],
  agreement: ['text', 'labels', 'spans', 'project', 'alignment', 'split'],
};

/** npm packages with a home: nothing outside it may import them. */
export const packages = {
  dexie: ['storage/'],
  zustand: ['state/'],
  valibot: ['formats/'],
  saxes: ['formats/xml/'],
  '@noble/hashes': ['formats/'],
  fflate: ['formats/exchange/', 'importers/'],
  '@mozilla/readability': ['importers/html/'],
  chardet: ['importers/encoding/'],
  'hyparquet-writer': ['formats/hugging-face-parquet/'],
  papaparse: ['formats/csv/', 'importers/table/'],
  'pdfjs-dist': ['importers/pdf/'],
  yalps: ['solver/'],
  comlink: ['workers/'],
  wouter: ['app/'],
  '@fontsource-variable/lexend': ['app/'],
  'mdast-util-from-markdown': ['views/markdown/'],
  virtua: ['views/', 'screens/', 'ui/'],
  'react-aria-components': ['ui/', 'app/'],
  'lucide-react': ['ui/', 'screens/', 'app/', 'views/'],
  react: ['app/', 'screens/', 'views/', 'ui/', 'state/react(-later)?\\.tsx$', 'main\\.tsx$'],
  'react-dom': ['start\\.tsx$', 'views/', 'ui/', 'app/'],
};

const known = Object.keys(layers).map((layer) => `^src/${layer}/`);
const testFile = '(\\.test\\.tsx?|\\.arbitrary\\.ts|hostile-files\\.ts)$';

/** One rule for each folder of `table`: it may import itself and what the table allows. */
function onlyDownward(parent, table) {
  return Object.entries(table).map(([folder, allowed]) => ({
    name: `${parent}${folder}-imports-only-${allowed.join('-') || 'itself'}`,
    severity: 'error',
    from: { path: `^src/${parent}${folder}/`, pathNot: testFile },
    to: { path: `^src/${parent}`, pathNot: [folder, ...allowed].map((name) => `^src/${parent}${name}/`) },
  }));
}

export default {
  forbidden: [
    ...onlyDownward('', layers),
    ...onlyDownward('core/', coreParts),
    {
      name: 'every-folder-is-a-known-layer',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: known },
      to: {},
    },
    {
      name: 'screens-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src/screens/([^/]+)/' },
      to: { path: '^src/screens/', pathNot: '^src/screens/$1/' },
    },
    {
      name: 'core-uses-no-packages',
      severity: 'error',
      from: { path: '^src/core/', pathNot: testFile },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'core'] },
    },
    ...Object.entries(packages).map(([name, homes]) => ({
      name: `${name}-stays-in-its-layer`,
      severity: 'error',
      from: { path: '^src/', pathNot: [...homes.map((home) => `^src/${home}`), testFile] },
      to: { path: `node_modules/${name}/` },
    })),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: [testFile, '\\.d\\.ts$', '\\.worker\\.ts$', '\\.css$'] },
      to: {},
    },
    { name: 'nothing-imports-a-test', severity: 'error', from: { pathNot: testFile }, to: { path: testFile } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^virtual:' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
  },
};
