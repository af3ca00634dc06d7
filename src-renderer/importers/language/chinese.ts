// Everyday characters that only one of the two ways of writing Chinese has, pair by pair.
const SIMPLIFIED =
  '们这个国会来时说为对发经过动实现关于问题员从业东产儿学开间体当点与门应将种样义战军队长线战图书报电车马鸟鱼见贝讲许认识记让议论设计访评词译试该详语误请课调谈谢负责财贩贸费资质买卖赛赵达运进远选适还边迁钱银错铁锁';
const TRADITIONAL =
  '們這個國會來時說為對發經過動實現關於問題員從業東產兒學開間體當點與門應將種樣義戰軍隊長線戰圖書報電車馬鳥魚見貝講許認識記讓議論設計訪評詞譯試該詳語誤請課調談謝負責財販貿費資質買賣賽趙達運進遠選適還邊遷錢銀錯鐵鎖';

const only = (characters: string, except: string): Set<string> =>
  new Set([...characters].filter((character) => !except.includes(character)));
const simplifiedOnly = only(SIMPLIFIED, TRADITIONAL);
const traditionalOnly = only(TRADITIONAL, SIMPLIFIED);

/** Tells how Chinese is written. Out: 'zh-Hans' or 'zh-Hant'; 'zh' when nothing in the text tells. */
export function chineseScript(text: string): 'zh-Hans' | 'zh-Hant' | 'zh' {
  let balance = 0;
  for (const character of text) {
    if (simplifiedOnly.has(character)) balance++;
    else if (traditionalOnly.has(character)) balance--;
  }
  if (balance === 0) return 'zh';
  return balance > 0 ? 'zh-Hans' : 'zh-Hant';
}
