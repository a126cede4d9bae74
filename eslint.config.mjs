import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which folders of src/ a folder may not import from: content flows one way (docs/architecture.md). */
const site = ['queries', 'outputs', 'pages', 'layouts', 'components', 'search'];
const tools = ['authoring', 'importing', 'editor', 'preview'];
const forbidden = {
  lib: [...tools, ...site, 'documents', 'schemas', 'loader', 'derive', 'checks'],
  documents: [...tools, ...site, 'schemas', 'loader', 'derive', 'checks'],
  schemas: [...tools, ...site, 'documents', 'loader', 'derive', 'checks', 'lib'],
  loader: [...tools, ...site, 'derive', 'checks'],
  derive: [...tools, ...site, 'documents', 'loader', 'checks'],
  checks: [...tools, ...site],
  authoring: ['importing', 'editor', 'preview', ...site, 'checks'],
  importing: ['editor', 'preview', ...site, 'derive', 'checks'],
  editor: ['authoring', 'importing', 'preview', ...site, 'derive', 'checks'],
  preview: ['authoring', 'importing', 'editor', ...site],
  queries: [...tools, 'checks', 'pages', 'layouts', 'components', 'search'],
  outputs: [...tools, 'documents', 'loader', 'derive', 'checks', 'queries', 'pages', 'layouts', 'components', 'search'],
  components: [...tools, 'documents', 'loader', 'derive', 'checks', 'queries', 'outputs', 'pages', 'layouts'],
  layouts: [...tools, 'documents', 'loader', 'derive', 'checks', 'outputs', 'pages'],
  pages: [...tools, 'documents', 'schemas', 'loader', 'derive', 'checks'],
};

const directions = Object.entries(forbidden).map(([folder, targets]) => ({
  files: [`src/${folder}/**/*.{ts,astro}`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: targets.map((target) => `**/${target}/**`),
            message: `src/${folder} stands before these in the flow content → model → queries → pages.`,
            allowTypeImports: folder === 'components' || folder === 'layouts' || folder === 'outputs',
          },
          ...(['queries', 'pages', 'layouts', 'components'].includes(folder)
            ? []
            : [{ group: ['astro:*'], message: 'This folder also runs in plain Node.' }]),
        ],
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'content/', '**/fixtures/**', 'public/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  astro.configs.recommended,
  astro.configs['jsx-a11y-recommended'] ?? [],
  {
    files: ['**/*.{js,mjs,ts,astro}'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly', Buffer: 'readonly' } },
    rules: { eqeqeq: 'error', 'no-undef': 'off' },
  },
  // The full-width space separates Chinese items in a line.
  { files: ['**/*.astro'], rules: { 'no-irregular-whitespace': 'off' } },
  ...directions,
);
