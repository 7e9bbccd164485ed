package org.yima.policy.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yima.policy.CaseFile;
import org.yima.policy.PolicyBook;
import org.yima.policy.PolicyException;
import org.yima.policy.WorkedCase;
import org.yima.settlement.Citation;
import org.yima.settlement.Decision;
import org.yima.settlement.Policy;
import org.yima.settlement.Settlement;
import org.yima.settlement.Visit;

/**
 * One case and what the policy of its day makes of it. Amounts are yuan with two decimals.
 *
 * @param line of the file
 * @param person in a few words
 * @param bill in a few words
 * @param policy its name; null: there is none for the district, scheme and day
 * @param decision {@code settled}, {@code no-policy}, or the reason of a refusal
 * @param refusal why nothing is settled, for the patient; null: it is settled
 * @param citation what the refusal rests on; null: no figure of the policy
 * @param chargedAs the medical type by which it was settled; null: it was not
 * @param shares the parts of the bill that are not zero
 * @param year the running totals that the case or its settlement names
 * @param checks what the case expects, in the order of the file, then what it says
 */
public record CaseReport(
    String file,
    int line,
    String name,
    String district,
    String scheme,
    String person,
    String bill,
    @Nullable String policy,
    String decision,
    @Nullable String refusal,
    @Nullable Source citation,
    @Nullable String chargedAs,
    List<Line> lines,
    List<Step> steps,
    List<Part> shares,
    List<Total> year,
    List<Check> checks) {

  private static final String SETTLED = "settled";

  /** Where a figure comes from, and the day from which it holds. */
  public record Source(String source, String from) {

    static @Nullable Source of(@Nullable Citation citation) {
      return citation == null ? null : new Source(citation.source(), citation.from().toString());
    }
  }

  /** A line of the bill; {@code amount = selfPaid + upfront + inScope}. */
  public record Line(
      int number,
      String item,
      String itemClass,
      String amount,
      String selfPaid,
      String upfront,
      String inScope,
      String sentence) {}

  /**
   * A step of the settlement.
   *
   * @param figure as the policy prints it; empty where the step has none
   * @param citation null where the step has no figure of the policy
   */
  public record Step(
      String name,
      String base,
      String figure,
      String result,
      @Nullable Source citation,
      String sentence) {}

  /**
   * A part of the bill.
   *
   * @param share as case files write it
   * @param kind {@code borne}: why the patient bears it; else who pays
   */
  public record Part(String share, String name, String kind, String amount) {}

  /** A running total of the year: yuan, or how many. */
  public record Total(String counter, String before, String moved, String after) {}

  /** One expectation. */
  public record Check(String field, String expected, String actual, boolean passed) {}

  public CaseReport {
    lines = List.copyOf(lines);
    steps = List.copyOf(steps);
    shares = List.copyOf(shares);
    year = List.copyOf(year);
    checks = List.copyOf(checks);
  }

  /**
   * Settles a case.
   *
   * @throws PolicyException if an amount of the case is larger than can be settled, or it names a
   *     running total that its policy never counts
   */
  public static CaseReport of(CaseFile file, WorkedCase worked, PolicyBook book) {
    Visit visit = worked.visit();
    var policy = worked.policy(book);
    policy.ifPresent(found -> worked.requireKnownTotals(file.name(), found));
    Optional<Decision> decision = policy.map(found -> Reading.settle(file, worked, found, visit));
    Decision.@Nullable Refused refused =
        decision.orElse(null) instanceof Decision.Refused none ? none : null;
    @Nullable Settlement settled =
        decision.orElse(null) instanceof Settlement settlement ? settlement : null;
    return new CaseReport(
        file.name(),
        worked.line(),
        worked.name(),
        worked.district(),
        Reading.word(visit.member().scheme()),
        Sketch.person(visit),
        Sketch.bill(visit),
        policy.map(Policy::name).orElse(null),
        Reading.decision(decision),
        settled == null ? Reading.refusal(worked, refused, book) : null,
        refused == null ? null : Source.of(refused.citation()),
        settled == null ? null : settled.chargedAs().chinese(),
        settled == null ? List.of() : Reading.lines(settled),
        settled == null ? List.of() : Reading.steps(settled),
        settled == null ? List.of() : Reading.shares(settled),
        settled == null ? List.of() : Reading.year(visit.year(), settled),
        Reading.checks(worked, decision));
  }

  public boolean settled() {
    return decision.equals(SETTLED);
  }

  /** Whether it came out as the case expects; where it expects nothing, whether it is settled. */
  public boolean passed() {
    return checks.isEmpty() ? settled() : checks.stream().allMatch(Check::passed);
  }

  /** For people: the split, line by line and step by step. */
  public String text() {
    return new CaseText(this).toString();
  }
}
