import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../../src-renderer/domain/text/sentences';

const split = (text: string, language: string) =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end).trim());

describe('sentences', () => {
  it.each([
    ['ja', ['人身取引は犯罪である。', '政府は対策を強化する！', '本当か？', '終わり']],
    ['ja', ['彼は「行きます。」と述べた。', '次の文。']],
    ['ja', ['対策を講じる。', '（注）別表を参照。', '以上。']],
    ['ja', ['「被害者を守る。」', 'そう政府は述べた。']],
    ['ja', ['「次へ。」', 'ところが進まない。']],
    ['ja', ['『計画』を策定した。』', '次。']],
    ['zh-Hans', ['打击拐卖妇女儿童犯罪。', '真的？！', '是的……好。']],
    ['zh-Hans', ['他说：“你好。”', '然后走了。']],
    ['zh-Hant', ['政府指出：「這是犯罪。」', '各國應合作。']],
    ['ko', ['정부는 대책을 발표했다.', '그러나 피해자는 남았다.', '왜인가?']],
    ['en', ['The U.S. Department of State placed it on Tier 2.', 'It improved.']],
    ['en', ['Police work in the U.S.', 'The report says so.']],
    ['en', ['Mr. Kim was jailed under Art. 318 of the code.', 'He left.']],
    ['en', ['See No. 5 and pp. 12–15.', '“It stops here.”', 'He said so.']],
    ['en', ['1. Prevent trafficking.', '2. Protect victims.']],
    ['ja', ['１．予防を図る。', '（２）保護を行う。']],
    ['', ['One.', 'Two.']],
  ])('%s: %j', (language, expected) => {
    const isSpaced = language === 'en' || language === 'ko' || language === '';
    expect(split(expected.join(isSpaced ? ' ' : ''), language)).toEqual(expected);
  });

  it('covers a text without gaps', () => {
    const text = ' （一）甲。「乙。」と丙 Mr. X went. \t';
    const sentences = sentencesOf(text, 'ja');
    expect(sentences.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });

  it('finds none in nothing', () => {
    expect(sentencesOf('', 'en')).toEqual([]);
  });
});
