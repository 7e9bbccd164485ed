package org.yima.policy.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yima.policy.CaseFile;
import org.yima.policy.PolicyBook;
import org.yima.policy.PolicyException;
import org.yima.policy.SplitFields;
import org.yima.policy.WorkedCase;
import org.yima.settlement.Counter;
import org.yima.settlement.Decision;
import org.yima.settlement.Money;
import org.yima.settlement.Policy;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;
import org.yima.settlement.Visit;
import org.yima.settlement.YearSoFar;

/** Reads a decision into the parts of a {@link CaseReport}. */
final class Reading {

  /** The heading under which a case's {@code says} is checked. */
  private static final String SAYS = "says";

  private Reading() {}

  /** What a policy makes of a visit; an amount beyond all reason is the case's fault. */
  static Decision settle(CaseFile file, WorkedCase worked, Policy policy, Visit visit) {
    try {
      return policy.settle(visit);
    } catch (ArithmeticException e) {
      throw PolicyException.amountsTooLarge(file.name(), worked.line());
    }
  }

  /** As case files write it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String decision(Optional<Decision> decision) {
    return decision.map(SplitFields::of).map(fields -> fields.get("decision")).orElse("no-policy");
  }

  static String refusal(WorkedCase worked, Decision.@Nullable Refused refused, PolicyBook book) {
    return refused == null ? noPolicy(worked, worked.decidingDay(book)) : refused.sentence();
  }

  /** There is none on that day. */
  static String noPolicy(WorkedCase worked, LocalDate day) {
    var visit = worked.visit();
    String admission = day.equals(visit.bill().date()) ? "" : "（按入院日）";
    return "没有找到 %s %s在 %s %s的政策"
        .formatted(worked.district(), Sketch.scheme(visit.member().scheme()), day, admission);
  }

  static List<CaseReport.Line> lines(Settlement settlement) {
    return settlement.lines().stream()
        .map(line ->
            new CaseReport.Line(
                line.number(),
                line.item().code(),
                line.itemClass().chinese(),
                line.amount().toString(),
                line.selfPaid().toString(),
                line.upfront().toString(),
                line.inScope().toString(),
                line.sentence()))
        .toList();
  }

  static List<CaseReport.Step> steps(Settlement settlement) {
    return settlement.explanation().stream()
        .map(step ->
            new CaseReport.Step(
                step.name(),
                step.base().toString(),
                step.figure(),
                step.result().toString(),
                CaseReport.Source.of(step.citation()),
                step.sentence()))
        .toList();
  }

  static List<CaseReport.Part> shares(Settlement settlement) {
    var parts = new ArrayList<CaseReport.Part>();
    for (Share share : Share.values()) {
      Money amount = settlement.of(share);
      if (!amount.isZero()) {
        parts.add(
            new CaseReport.Part(
                word(share), share.chinese(), word(share.kind()), amount.toString()));
      }
    }
    return parts;
  }

  static List<CaseReport.Total> year(YearSoFar before, Settlement settlement) {
    SortedSet<Counter> counters = new TreeSet<>(before.totals().keySet());
    counters.addAll(settlement.movements().totals().keySet());
    return counters.stream()
        .map(counter ->
            new CaseReport.Total(
                counter.toString(),
                total(counter, before),
                total(counter, settlement.movements()),
                total(counter, settlement.yearAfter())))
        .toList();
  }

  private static String total(Counter counter, YearSoFar year) {
    long total = year.totals().getOrDefault(counter, 0L);
    return counter.isNumber() ? Long.toString(total) : Money.ofFen(total).toString();
  }

  static List<CaseReport.Check> checks(WorkedCase worked, Optional<Decision> decision) {
    Map<String, WorkedCase.Difference> failed = new LinkedHashMap<>();
    for (WorkedCase.Difference difference : worked.check(decision)) {
      boolean says = difference.field().equals(SAYS);
      failed.put(says ? SAYS + difference.expected() : difference.field(), difference);
    }
    var checks = new ArrayList<CaseReport.Check>();
    worked.expected().forEach((field, value) -> checks.add(check(field, value, failed.get(field))));
    for (String text : worked.says()) {
      checks.add(check(SAYS, text, failed.get(SAYS + text)));
    }
    return checks;
  }

  private static CaseReport.Check check(
      String field, String expected, WorkedCase.@Nullable Difference failed) {
    if (failed == null) {
      return new CaseReport.Check(field, expected, expected, true);
    }
    // What was said instead is printed above, step by step.
    String actual = field.equals(SAYS) ? "说明中没有这句话" : failed.actual();
    return new CaseReport.Check(field, expected, actual, false);
  }
}
