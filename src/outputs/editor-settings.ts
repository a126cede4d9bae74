/** Which schema belongs to which files: name of the schema → glob below the project. */
export type SchemaFiles = Record<string, string>;

/** `.vscode/settings.json`: schemas for YAML, long Chinese lines wrapped, nothing rewritten behind the author's back. */
export function editorSettings(schemas: SchemaFiles): string {
  const yaml = Object.fromEntries(Object.entries(schemas).map(([name, glob]) => [`./.vscode/schemas/${name}.json`, glob]));
  const prose = { 'editor.wordWrap': 'on', 'editor.quickSuggestions': { other: true, comments: false, strings: true } };
  return json({
    'files.eol': '\n',
    'files.encoding': 'utf8',
    'files.autoGuessEncoding': true,
    'editor.formatOnSave': false,
    'yaml.format.enable': false,
    'yaml.schemaStore.enable': false,
    'yaml.schemas': yaml,
    '[mdx]': prose,
    '[yaml]': { ...prose, 'editor.tabSize': 2, 'editor.insertSpaces': true },
    '[typescript]': { 'editor.defaultFormatter': 'esbenp.prettier-vscode', 'editor.formatOnSave': true },
    '[astro]': { 'editor.defaultFormatter': 'astro-build.astro-vscode', 'editor.formatOnSave': true },
    'eslint.validate': ['javascript', 'typescript', 'astro'],
    'typescript.tsdk': 'node_modules/typescript/lib',
  });
}

/** A line of the gate's report, as the editor finds it again: file, line, column, severity, rule, sentence. */
export const FINDING_LINE = String.raw`^(content/.+?):(\d+):(\d+) (LABEL) \[(\w+)\] (.*)$`;

/** `.vscode/tasks.json`: the gate and the preview from the editor's menu; findings show up at their lines. */
export function editorTasks(): string {
  const matcher = (label: string, severity: string) => ({
    owner: `mingbang-${severity}`,
    fileLocation: ['relative', '${workspaceFolder}'],
    severity,
    pattern: { regexp: FINDING_LINE.replace('LABEL', label), file: 1, line: 2, column: 3, code: 5, message: 6 },
  });
  const task = (label: string, script: string, more: object) => ({ label, type: 'npm', script, ...more });
  return json({
    version: '2.0.0',
    tasks: [
      task('核对 content/', 'validate', {
        group: { kind: 'build', isDefault: true },
        problemMatcher: [matcher('错误', 'error'), matcher('提醒', 'warning')],
      }),
      task('新建一篇', 'new', { problemMatcher: [] }),
      task('预览', 'dev', { isBackground: true, problemMatcher: [] }),
    ],
  });
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
