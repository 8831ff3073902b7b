// Classes and alternatives for regular expressions with the flag `u`.

/** Characters of symbol fonts: Word and WPS write their bullets with them, and other computers show a box. */
export const PRIVATE_USE = String.raw`\p{Co}`;

/** Bullets that no name contains, among them those of symbol fonts. */
export const BULLET = `●◆▪■□◇▲►▶➢➤⬤⚫✓✔√※★☆${PRIVATE_USE}`;

/** Marks that are a bullet only where an item would begin; elsewhere they may belong to a name, as the dot of 阿里·木. */
export const MARK = String.raw`○•·‧・∙◦*＊\-－—–`;

const NUMERAL = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])";

/** Numbers in circles and the like, which need no punctuation after them. */
const CIRCLED = "①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➉⓵-⓾";

/** A number in front of an item: 1. 1、 1) （1） 一、 (一) ① */
export const ITEM_NUMBER = [
  String.raw`[（(] *(?:\d{1,3}|${NUMERAL}) *[)）]`,
  String.raw`\d{1,3} *(?:[、)）．]|\.(?![a-zA-Z\d]))`,
  `${NUMERAL} *[、．.]`,
  `[${CIRCLED}][、．.]?`,
].join("|");
