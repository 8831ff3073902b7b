import { ALERT_TITLES, type AlertId } from "../model/ledger.js";
import { FALL_PERCENT } from "./alerts.js";

const NOTES: Record<AlertId, string> = {
  removal:
    "相邻的几个年度(年数由通知规定)都判定为没有完成计划时给出,附上每项任务的依据;此后有一年完成了的,也说出来。这只是建议,是否调出由主管部门决定。",
  unfulfilled:
    "年度总结里有任务没有完成、到期了还没有做完,或报了完成而实际做到的没有达到计划的目标。调整了的任务不算没有完成;缺计划或总结的年度是“不明”。",
  "not-filed": "规定的日期已过,没有这份文件,或文件里没有写哪天报送。通知印发以前就到期的不追究。",
  "at-risk": "年度的总结还没有报,以前的总结里已有任务没有完成。",
  undetermined:
    "到期以后还判断不了的年度:缺计划或总结,有任务没有答复,报了完成而没有写实际做到的数。不算没有完成,但说出从哪年起、连续几年;从第二年起是严重的。",
  pending:
    "报年度的总结时任务还没有到期、还在做。补报年底以后的总结,或在下一年的计划里写明结果,就有定论;在这以前不算没有完成。",
  "mostly-changed": "一半以上(含一半)的任务有调整:剩下的都完成了,也不是一般的“完成”,由人核对。",
  "amendment-decides":
    "同一种文件报送过几份,按另一份判断的结论不同。写明替代哪一份、为什么、哪天改的是“注意”,没有写明的是“严重”;同一天报的几份结论不同,判断是“不明”。",
  late: "报送的日期晚于规定的日期;当天报的不算迟。",
  "not-approved": "已经报送,没有写哪天审核同意,或审核同意在报送之后。",
  "incomplete-filing": "没有写 Word 或 PDF 的文件名,或写了而文件不在旁边。",
  "filed-twice":
    "同一年度同一种文件不止一份:用到这一天为止最后报送的;草稿和写着将来日期的不算。文件名和给出的先后不影响。",
  "unit-differs":
    "实际做到的数与目标的单位不同,或相差约一万倍(像是一处写了“万”):不能比较,不算没有完成,请改正或写明单位。",
  "below-pledge": "计划的或花掉的经费低于申报时承诺的数。",
  falling: `年度总结里的数比前一年少 ${FALL_PERCENT}% 以上;暂定数会写明。不到一年的数不与全年比。`,
  "major-change":
    "记录说有解散、撤销一类的事,或别的重大的变动、违规:按通知取消相关资格和政策支持,由主管部门决定。被解散、撤销的,这一天以后不再要报。",
  change:
    "记录说改了名称、并入别处、已不在名单上或换了牵头的单位。改了名称的各年接着算;并入的、已不在名单上的,这一天以后不再要报。写着将来日期的还不生效。",
  "change-incomplete": "记录里的一项没有写清是什么事、哪一天、按哪份文件,或改成、并入什么名称:没有采用。",
  "maybe-renamed":
    "名单上没有的名称,与另一个园区相同、牵头的单位相同,又没有报过同一年度的同一种文件:可能是改了名称。没有记录以前分开列,不合在一起。",
  "not-published": "公布的名单里没有这个名称。",
};

/** Explains what each alert of the ledger means and when it is given, for `ptc explain` and the rule pages. */
export const alertNotes = Object.entries(NOTES).map(([id, about]) => ({
  id,
  title: ALERT_TITLES[id as AlertId],
  about,
}));
