import type { Alert } from "../model/ledger.js";
import { FALL_PERCENT } from "./alerts.js";

const NOTES: Record<Alert["id"], { title: string; about: string }> = {
  removal: {
    title: "建议调出",
    about:
      "相邻的几个年度(年数由通知规定)都判定为没有完成计划时给出,附上每项任务的依据。这只是建议,是否调出由主管部门决定。",
  },
  unfulfilled: {
    title: "没有完成计划",
    about:
      "年度总结里有任务没有完成、还没有做完,或报了完成而实际做到的低于计划的目标。调整了的任务不算没有完成;缺计划或总结的年度是“不明”。",
  },
  "at-risk": { title: "计划可能完不成", about: "年度的总结还没有报,以前的总结里已有任务没有完成。" },
  "not-filed": {
    title: "没有报送",
    about: "规定的日期已过,没有这份文件,或文件里没有写哪天报送。通知印发以前就到期的不追究。",
  },
  late: { title: "迟报", about: "报送的日期晚于规定的日期;当天报的不算迟。" },
  "not-approved": {
    title: "没有写明审核",
    about: "已经报送,没有写哪天审核同意,或审核同意在报送之后。",
  },
  "incomplete-filing": { title: "报送不全", about: "没有写 Word 或 PDF 的文件名,或写了而文件不在旁边。" },
  "filed-twice": { title: "报了两份", about: "同一年度同一种文件有两份:用已报送的那份,都已报送的用先给出的。" },
  "below-pledge": { title: "低于承诺", about: "计划的或花掉的经费低于申报时承诺的数。" },
  falling: {
    title: "数字下降",
    about: `年度总结里的数比前一年少 ${FALL_PERCENT}% 以上;暂定数会写明。不到一年的数不与全年比。`,
  },
  "not-published": { title: "不在名单上", about: "公布的名单里没有这个名称。" },
};

/** What each alert of the ledger means and when it is given, for `ptc explain` and the pages of rules. */
export const alertNotes = Object.entries(NOTES).map(([id, note]) => ({ id, ...note }));
