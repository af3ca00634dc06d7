/** Rules of a page's style sheet: serif faces by language; each system has one of them. */
export const facesByLanguage = `:lang(ja){font-family:"Hiragino Mincho ProN","Yu Mincho","Noto Serif CJK JP",serif}
:lang(ko){font-family:"Nanum Myeongjo",Batang,"Noto Serif CJK KR",serif}
:lang(zh-Hans){font-family:"Songti SC",SimSun,"Noto Serif CJK SC",serif}
:lang(zh-Hant){font-family:"Songti TC",PMingLiU,"Noto Serif CJK TC",serif}`;
