import { RULE_IDS, type RuleId } from "../model/diagnostic-ids.js";
import type { Rule, SettingKinds } from "../model/rule.js";
import agreesWithRoster from "./agrees-with-roster.js";
import approvedBeforeFiling from "./approved-before-filing.js";
import benefitWithinSales from "./benefit-within-sales.js";
import dataCutoff from "./data-cutoff.js";
import duplicateMember from "./duplicate-member.js";
import enterpriseScalePlausible from "./enterprise-scale-plausible.js";
import evidencePath from "./evidence-path.js";
import figuresAgree from "./figures-agree.js";
import filedInTime from "./filed-in-time.js";
import filingDate from "./filing-date.js";
import foundingDate from "./founding-date.js";
import fundingAddsUp from "./funding-adds-up.js";
import headcountAddsUp from "./headcount-adds-up.js";
import integrityPledge from "./integrity-pledge.js";
import leadIndustryInLayout from "./lead-industry-in-layout.js";
import leadsAreMembers from "./leads-are-members.js";
import membersComplete from "./members-complete.js";
import oneNameEach from "./one-name-each.js";
import oneOrTwoNames from "./one-or-two-names.js";
import onePerPark from "./one-per-park.js";
import parkAlreadyApproved from "./park-already-approved.js";
import parkInCity from "./park-in-city.js";
import parkWithinPark from "./park-within-park.js";
import pledgeConcrete from "./pledge-concrete.js";
import pledgesInPlan from "./pledges-in-plan.js";
import sameFiling from "./same-filing.js";
import sameName from "./same-name.js";
import sharedLead from "./shared-lead.js";
import staffNamesMatch from "./staff-names-match.js";
import studentsOnlyForSchools from "./students-only-for-schools.js";
import taskIdsUnique from "./task-ids-unique.js";
import taskInYear from "./task-in-year.js";
import taskOutcome from "./task-outcome.js";
import tasksAnswered from "./tasks-answered.js";
import unitSlip from "./unit-slip.js";
import wordLimit from "./word-limit.js";
import yearJump from "./year-jump.js";

/**
 * The rules by id. The type makes the compiler report a rule that is missing or that stands under the id of another.
 */
const RULES: { [I in RuleId]: Rule<SettingKinds, I> } = {
  "word-limit": wordLimit,
  "headcount-adds-up": headcountAddsUp,
  "staff-names-match": staffNamesMatch,
  "funding-adds-up": fundingAddsUp,
  "students-only-for-schools": studentsOnlyForSchools,
  "leads-are-members": leadsAreMembers,
  "members-complete": membersComplete,
  "one-name-each": oneNameEach,
  "one-or-two-names": oneOrTwoNames,
  "duplicate-member": duplicateMember,
  "enterprise-scale-plausible": enterpriseScalePlausible,
  "benefit-within-sales": benefitWithinSales,
  "unit-slip": unitSlip,
  "year-jump": yearJump,
  "lead-industry-in-layout": leadIndustryInLayout,
  "park-in-city": parkInCity,
  "filing-date": filingDate,
  "founding-date": foundingDate,
  "integrity-pledge": integrityPledge,
  "pledge-concrete": pledgeConcrete,
  "evidence-path": evidencePath,
  "one-per-park": onePerPark,
  "park-within-park": parkWithinPark,
  "park-already-approved": parkAlreadyApproved,
  "same-name": sameName,
  "shared-lead": sharedLead,
  "tasks-answered": tasksAnswered,
  "task-ids-unique": taskIdsUnique,
  "task-outcome": taskOutcome,
  "task-in-year": taskInYear,
  "data-cutoff": dataCutoff,
  "figures-agree": figuresAgree,
  "pledges-in-plan": pledgesInPlan,
  "agrees-with-roster": agreesWithRoster,
  "filed-in-time": filedInTime,
  "approved-before-filing": approvedBeforeFiling,
  "same-filing": sameFiling,
};

/**
 * All rules, in the order in which the documentation lists them. A form uses only the rules that its `form.yaml` sets.
 */
export const rules: readonly Rule[] = RULE_IDS.map((id) => RULES[id]);
