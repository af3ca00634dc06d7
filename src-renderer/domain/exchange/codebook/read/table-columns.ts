import { labelLanguages, type LabelLanguage } from '../../../model/language';
import { fold } from '../../../text/fold';
import { languageColumn } from '../codebook-table';

/** What the columns of a codebook table may be called by other programs and by people; ours comes first. */
const called = {
  code_id: ['code_id', 'guid', 'code_guid', 'id'],
  key: ['key', 'code_key', 'short_name', 'abbreviation', '略号', '약호'],
  name: [
    ...[
      'name',
      'code',
      'code_name',
      'codename',
      'label',
      'tag',
      'node',
      'title',
      'コード',
      'コード名',
      '名前',
    ],
    ...['코드', '코드명', '이름', '代码', '编码', '编码名称', '名称', '代碼', '編碼', '名稱'],
  ],
  parent: [
    ...['parent', 'parent_name', 'parent_code', 'category', 'code_category', '親コード', 'カテゴリ'],
    ...['상위_코드', '父代码', '上级编码', '父編碼', '上級編碼'],
  ],
  parent_id: ['parent_id', 'parent_guid'],
  definition: [
    ...['definition', 'description', 'memo', 'comment', 'code_memo', 'note', 'notes', '定義', '説明', 'メモ'],
    ...['정의', '설명', '定义', '说明', '描述', '說明', '備註'],
  ],
  include: ['include', 'inclusion', 'inclusion_criteria', '含む', '포함', '包含', '纳入', '納入'],
  exclude: ['exclude', 'exclusion', 'exclusion_criteria', '含まない', '除外', '제외', '排除'],
  response: ['response'],
  color: ['color', 'colour', 'code_color', '色', '색', '색상', '颜色', '顏色'],
  symbol: ['symbol'],
  pattern: ['pattern'],
  shortcut: ['shortcut'],
  codable: ['codable', 'is_codable', 'iscodable'],
  order: ['order'],
  examples: ['examples'],
  family_id: ['family_id'],
  family_key: ['family_key'],
  family: ['family'],
  family_in_use: ['family_in_use'],
  family_core: ['family_core'],
  family_order: ['family_order'],
} as const;
export type CodebookColumn = keyof typeof called;

/** Where in a row each column stands; absent where the table has none. */
export interface CodebookColumns {
  readonly at: ReadonlyMap<CodebookColumn, number>;
  readonly byLanguage: {
    readonly [name in 'label' | 'indicators' | 'family_label']: ReadonlyMap<LabelLanguage, number>;
  };
}

/**
 * Finds the columns of a codebook by the names in its first row, whatever their case, width and spacing.
 * In: the first row. Out: where each column stands; undefined where no column names the codes.
 */
export function codebookColumns(header: readonly string[]): CodebookColumns | undefined {
  const names = header.map((name) =>
    fold(name)
      .replace(/^\ufeff/, '')
      .trim()
      .replace(/[\s\-.]+/g, '_'),
  );
  const at = new Map<CodebookColumn, number>();
  for (const [column, aliases] of Object.entries(called)) {
    const found = (aliases as readonly string[]).map((alias) => names.indexOf(alias)).find((i) => i >= 0);
    if (found !== undefined) at.set(column as CodebookColumn, found);
  }
  const languages = (name: string) =>
    new Map(
      labelLanguages
        .map((language) => [language, names.indexOf(`${name}_${languageColumn(language)}`)] as const)
        .filter(([, index]) => index >= 0),
    );
  const label = languages('label');
  if (!at.has('name') && label.size === 0) return undefined;
  return {
    at,
    byLanguage: { label, indicators: languages('indicators'), family_label: languages('family_label') },
  };
}
