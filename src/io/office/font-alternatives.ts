/** The fonts that the Word form uses, each with the fonts that may replace it, the most similar first. */
export const ALTERNATIVES: Record<string, string[]> = {
  仿宋_GB2312: [
    "FangSong_GB2312",
    "仿宋",
    "FangSong",
    "华文仿宋",
    "STFangsong",
    "方正仿宋_GB2312",
    "方正仿宋_GBK",
    "CESI仿宋-GB2312",
    "朱雀仿宋",
    "FandolFang",
  ],
  黑体: ["SimHei", "华文黑体", "STHeiti", "CESI黑体-GB2312", "FandolHei", "Noto Sans CJK SC", "Source Han Sans SC"],
  方正小标宋简体: [
    "FZXiaoBiaoSong-B05S",
    "方正小标宋_GBK",
    "华文中宋",
    "STZhongsong",
    "FandolSong",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
  ],
};
