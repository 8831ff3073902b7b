import type { Rule } from "../model/rule.js";
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
import fundingAddsUp from "./funding-adds-up.js";
import headcountAddsUp from "./headcount-adds-up.js";
import integrityPledge from "./integrity-pledge.js";
import leadIndustryInLayout from "./lead-industry-in-layout.js";
import leadsAreMembers from "./leads-are-members.js";
import membersComplete from "./members-complete.js";
import oneNameEach from "./one-name-each.js";
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

/** Every rule there is, in the order their pages are listed. A form uses those its `form.yaml` sets. */
export const rules: readonly Rule[] = [
  wordLimit,
  headcountAddsUp,
  staffNamesMatch,
  fundingAddsUp,
  studentsOnlyForSchools,
  leadsAreMembers,
  membersComplete,
  oneNameEach,
  duplicateMember,
  enterpriseScalePlausible,
  benefitWithinSales,
  unitSlip,
  yearJump,
  leadIndustryInLayout,
  parkInCity,
  filingDate,
  integrityPledge,
  pledgeConcrete,
  evidencePath,
  onePerPark,
  parkWithinPark,
  parkAlreadyApproved,
  sameName,
  sharedLead,
  tasksAnswered,
  taskIdsUnique,
  taskOutcome,
  taskInYear,
  dataCutoff,
  figuresAgree,
  pledgesInPlan,
  agreesWithRoster,
  filedInTime,
  approvedBeforeFiling,
  sameFiling,
];
