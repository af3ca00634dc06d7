import type { DocumentType } from '../../model/source';
import { fold } from '../../text/fold';

/** What people call the types of documents, in the five languages and in names of files. */
const called: { readonly [type in DocumentType]: readonly string[] } = {
  law: ['law', 'act', 'bill', 'statute', '法律', '法', '条例', '法案', '법률', '법', '법안', '條例'],
  'action-plan': [
    ...['action plan', 'national action plan', 'plan', 'nap', '行動計画', '計画', '행동계획', '종합계획'],
    ...['계획', '行动计划', '计划', '行動計畫', '計畫'],
  ],
  'white-paper': ['white paper', 'whitepaper', 'wp', '白書', '백서', '白皮书', '白皮書'],
  'parliamentary-debate': [
    ...['parliamentary debate', 'debate', 'debates', 'parliament', 'hansard', 'minutes', '国会審議'],
    ...[
      '議事録',
      '国会会議録',
      '会議録',
      '국회 회의록',
      '회의록',
      '국회 토론',
      '议会辩论',
      '會議紀錄',
      '議會辯論',
    ],
  ],
  speech: [
    'speech',
    'statement',
    'remarks',
    'address',
    '演説',
    '講演',
    '談話',
    '연설',
    '讲话',
    '演讲',
    '演講',
    '講話',
  ],
  'press-release': [
    ...[
      'press release',
      'news release',
      'pressrelease',
      'release',
      'pr',
      '報道発表',
      'プレスリリース',
      '発表',
    ],
    ...['보도자료', '新闻稿', '新聞稿', '新闻发布'],
  ],
  'news-report': [
    ...[
      'news report',
      'news',
      'article',
      'newspaper',
      'press',
      '報道',
      '新聞記事',
      '記事',
      '보도',
      '기사',
      '뉴스',
    ],
    ...['新闻', '新闻报道', '新聞', '新聞報導', '報導', '报道'],
  ],
  'ngo-report': ['ngo report', 'ngo', 'NGO 報告書', 'NGO 보고서', '非政府组织报告', '非政府組織報告'],
  'io-report': [
    ...[
      'io report',
      'international organization report',
      'un report',
      'io',
      '国際機関報告書',
      '국제기구 보고서',
    ],
    ...['国际组织报告', '國際組織報告'],
  ],
  'government-report': [
    ...[
      'government report',
      'gov report',
      'govt report',
      'annual report',
      'report',
      '政府報告書',
      '年次報告',
    ],
    ...['報告書', '정부 보고서', '연례 보고서', '보고서', '政府报告', '报告', '政府報告', '報告'],
  ],
  academic: ['academic', 'paper', 'thesis', 'study', '学術', '論文', '학술', '논문', '学术', '论文', '學術'],
  other: ['other', 'その他', '기타', '其他'],
};

/** Spaces, hyphens and underscores come and go in names of files. */
const plain = (text: string): string => fold(text).replace(/[\s_.-]+/g, '');

const byName = new Map(
  Object.entries(called).flatMap(([type, names]) =>
    [type, ...names].map((name) => [plain(name), type as DocumentType] as const),
  ),
);

/**
 * In: what somebody calls a type of document, in one of the five languages, in any case and width, with
 * spaces, hyphens or underscores. Out: the type, or undefined where it is none.
 */
export const documentTypeCalled = (name: string): DocumentType | undefined => byName.get(plain(name));
