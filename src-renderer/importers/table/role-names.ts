import type { ColumnRole } from '../../domain/model/import';
import { fold } from '../../domain/text/fold';

/** What columns are called in the five languages, by people and by the programs that make tables of documents. */
const called: readonly (readonly [ColumnRole, readonly string[]])[] = [
  [
    'text',
    [
      ...[
        'text',
        'full text',
        'body',
        'content',
        'contents',
        'article',
        'article text',
        'transcript',
        'speech',
      ],
      ...[
        'document',
        'story',
        'paragraph',
        'sentence',
        'message',
        '本文',
        'テキスト',
        '全文',
        '記事',
        '文章',
      ],
      ...[
        '本文内容',
        '発言',
        '본문',
        '내용',
        '텍스트',
        '전문',
        '원문',
        '正文',
        '文本',
        '内容',
        '內容',
        '原文',
        '文字',
      ],
    ],
  ],
  [
    'title',
    [
      ...[
        'title',
        'headline',
        'head',
        'heading',
        'document title',
        'subject',
        'タイトル',
        '題名',
        '表題',
        '件名',
      ],
      ...['見出し', '제목', '표제', '헤드라인', '标题', '题目', '题名', '標題', '題目', '名称', '名稱'],
    ],
  ],
  [
    'date',
    [
      ...[
        'date',
        'publication date',
        'published',
        'published at',
        'pub date',
        'pubdate',
        'datetime',
        'day',
        'year',
      ],
      ...[
        'created at',
        'timestamp',
        '日付',
        '年月日',
        '掲載日',
        '発行日',
        '公開日',
        '年',
        '일자',
        '날짜',
        '게재일',
        '발행일',
      ],
      ...[
        '작성일',
        '연도',
        '日期',
        '发布日期',
        '出版日期',
        '发表日期',
        '年份',
        '發布日期',
        '發表日期',
        '時間',
        '时间',
      ],
    ],
  ],
  [
    'author',
    [
      ...[
        'author',
        'authors',
        'byline',
        'by',
        'writer',
        'reporter',
        'speaker',
        '著者',
        '筆者',
        '執筆者',
        '発言者',
      ],
      ...['저자', '기자', '기고자', '작성자', '필자', '발언자', '作者', '记者', '記者', '发言人', '發言人'],
    ],
  ],
  [
    'outlet',
    [
      ...[
        'outlet',
        'newspaper',
        'publication',
        'publication title',
        'publisher',
        'media',
        'medium',
        'journal',
      ],
      ...[
        'news outlet',
        'source',
        'paper',
        '新聞',
        '新聞名',
        '紙名',
        '掲載紙',
        '媒体',
        '媒体名',
        '出典',
        '언론사',
        '매체',
      ],
      ...['신문', '신문사', '발행처', '出处', '报纸', '来源', '媒體', '報紙', '來源', '出處'],
    ],
  ],
  [
    'country',
    ['country', 'country code', 'nation', '国', '国名', '국가', '나라', '국가명', '国家', '國家', '國名'],
  ],
  ['language', ['language', 'lang', 'locale', '言語', '언어', '语言', '语种', '語言', '語種']],
  [
    'url',
    [
      ...[
        'url',
        'link',
        'web address',
        'address',
        'href',
        'uri',
        'source url',
        'permalink',
        'リンク',
        'アドレス',
      ],
      ...['링크', '주소', '원문 주소', '链接', '网址', '連結', '網址'],
    ],
  ],
  [
    'identifier',
    [
      ...[
        'id',
        'identifier',
        'doc id',
        'document id',
        'article id',
        'record id',
        'uuid',
        'guid',
        'accession number',
      ],
      ...['an', '識別子', '記事id', '식별자', '뉴스 식별자', '기사 id', '标识符', '编号', '識別碼', '編號'],
    ],
  ],
];

const plain = (name: string): string => fold(name).replace(/[\s_.\-:*]+/g, '');

const roleByName = new Map(
  called.flatMap(([role, names]) => names.map((name) => [plain(name), role] as const)),
);

/** What a column holds by its name; for `a.b.title`, the name of nested data, by its last part. */
export const roleCalled = (name: string): ColumnRole | undefined =>
  roleByName.get(plain(name)) ??
  (name.includes('.') ? roleByName.get(plain(name.replace(/^.*\./, ''))) : undefined);
