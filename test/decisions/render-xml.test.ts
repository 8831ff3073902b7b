import { expect, it } from "vitest";
import { escapeXml, unescapeXml } from "../../src/render/opc/xml.js";

// Characters that XML does not allow are removed; special characters are escaped.

it.each([
  ["&<>\"'", "&amp;&lt;&gt;&quot;'"],
  ["a&amp;b", "a&amp;amp;b"],
  ['a<b<c>d>e"f"', "a&lt;b&lt;c&gt;d&gt;e&quot;f&quot;"],
  ["\u0000甲\u0008乙\u000b丙\u001f", "甲乙丙"],
  ["\t\n\r", "\t\n\r"],
  ["\u007f\u0080\u009f", ""],
  [" ~\u00a0", " ~\u00a0"],
  ["\ufffd\ufffe\uffff", "\ufffd"],
  ["\ud800甲\udfff", "甲"],
  ["𠮷", "𠮷"],
])("escapes %j as %j", (text, xml) => {
  expect(escapeXml(text)).toBe(xml);
});

it.each(["&<>\"'", "a&amp;b", "\t\n\r", "𠮷"])("reads %j back", (text) => {
  expect(unescapeXml(escapeXml(text))).toBe(text);
});

it.each([
  ["&lt;&gt;&amp;&quot;&apos;", "<>&\"'"],
  ["&#65;&#x41;&#X41;", "AAA"],
  ["&#x20BB7;", "𠮷"],
  ["&amp;lt;", "&lt;"],
  ["&nbsp;", "&nbsp;"],
  ["&amp", "&amp"],
])("reads %j as %j", (xml, text) => {
  expect(unescapeXml(xml)).toBe(text);
});
