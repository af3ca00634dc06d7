import type { Random } from './random';

export const textLanguages = ['en', 'ja', 'ko', 'zh-Hans', 'zh-Hant'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** Phrases that officials use: enough that texts look like texts, with an emoji and rare characters among them. */
const phrases: Record<TextLanguage, readonly string[]> = {
  en: [
    'the Government strengthened border control',
    'victims were identified and protected',
    'the police dismantled a criminal organization',
    'member states reaffirmed their commitment to human rights',
    'immigration officers examined visa applications more strictly',
    'brokers exploited women in the sex industry',
    'the committee noted a lack of shared statistics',
    'civil society groups called for shelters and interpreters',
    'prosecutors secured convictions under the amended statute',
    'the working group met in the capital 🤝 and agreed on a joint plan',
  ],
  ja: [
    '政府は水際対策を強化し',
    '被害者の保護に努めるとともに',
    '警察は犯罪組織の摘発を進め',
    '人身取引は重大な人権侵害であり',
    '関係省庁連絡会議において検討を行い',
    '査証審査の厳格化を図り',
    '性的搾取を目的とする事案について',
    '国際機関と連携しつつ𠮷野地区で',
  ],
  ko: [
    '정부는 인신매매 피해자 보호를 강화하고',
    '경찰은 범죄 조직을 적발하였으며',
    '출입국 심사를 엄격하게 하고',
    '성매매 피해 여성에 대한 지원을 확대하며',
    '국제 규범의 이행을 약속하고',
    '관계 부처 회의를 열어 대책을 논의하였고',
    '시민 단체는 쉼터의 확충을 요구하며',
  ],
  'zh-Hans': [
    '公安机关严厉打击拐卖犯罪',
    '各级政府加强边境管理',
    '保护被拐卖妇女儿童的合法权益',
    '有关部门建立联席会议制度',
    '依法惩处收买被拐卖妇女的行为',
    '开展国际执法合作',
    '完善被害人救助安置机制',
  ],
  'zh-Hant': [
    '主管機關應強化查緝人口販運',
    '保護被害人之權益',
    '落實國際公約之規範',
    '移民署加強入出國查驗',
    '警察機關破獲跨國犯罪集團',
    '提供安置及通譯服務',
  ],
};

const isSpaced = (language: TextLanguage) => language === 'en' || language === 'ko';
const stop = (language: TextLanguage) => (isSpaced(language) ? '. ' : '。');

function sentence(language: TextLanguage, random: Random): string {
  const parts = Array.from({ length: random.whole(1, 3) }, () => random.pick(phrases[language]));
  return parts.join(isSpaced(language) ? ', ' : '、') + stop(language);
}

/**
 * A text of paragraphs.
 * In: language, wanted length in UTF-16 units, chance. Out: paragraphs parted by blank lines, at least as long.
 */
export function makeText(language: TextLanguage, length: number, random: Random): string {
  const paragraphs: string[] = [];
  let total = 0;
  while (total < length) {
    let paragraph = '';
    const wanted = random.whole(60, 240);
    while (paragraph.length < wanted) paragraph += sentence(language, random);
    paragraphs.push(paragraph.trimEnd());
    total += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}
