package org.yima.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yima.settlement.Counter;
import org.yima.settlement.Decision;
import org.yima.settlement.Explained;
import org.yima.settlement.LineResult;
import org.yima.settlement.Policy;
import org.yima.settlement.Settlement;
import org.yima.settlement.Visit;

/**
 * One worked case.
 *
 * @param line of the file
 * @param district whose policy applies, on the day of the bill
 * @param expected field → amount, as the file writes both; only what is given is compared
 * @param says texts that the explanation must contain
 * @param totals the running totals that it names, before or after the visit
 */
public record WorkedCase(
    String name,
    int line,
    String district,
    Visit visit,
    Map<String, String> expected,
    List<String> says,
    List<NamedTotal> totals) {

  /** A running total, and the line that names it. */
  public record NamedTotal(Counter counter, int line) {}

  /** One field that did not come out as expected. */
  public record Difference(String field, String expected, String actual) {

    @Override
    public String toString() {
      return field + " 应为 " + expected + "，实为 " + actual;
    }
  }

  public WorkedCase {
    // In the order of the file, in which reports list it.
    expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    says = List.copyOf(says);
    totals = List.copyOf(totals);
  }

  /** The book's policy for the day of the bill; empty: it has none. */
  public Optional<Policy> policy(PolicyBook book) {
    return book.policyFor(district, visit.member().scheme(), visit.bill());
  }

  /** The day whose policy {@link #policy} is. */
  public LocalDate decidingDay(PolicyBook book) {
    return book.decidingDay(district, visit.member().scheme(), visit.bill());
  }

  /**
   * Where a total is misspelt, the case would be settled as if there were none.
   *
   * @throws PolicyException if the case names a running total that the policy never counts
   */
  public void requireKnownTotals(String file, Policy policy) {
    var known = new KnownTotals(policy);
    var wrong = new ArrayList<PolicyException>();
    for (NamedTotal total : totals) {
      if (!known.has(total.counter())) {
        wrong.add(
            new PolicyException(
                file,
                total.line(),
                "《%s》没有累计“%s”；可用的累计：%s".formatted(policy.name(), total.counter(), known),
                "the policy counts no running total '%s'; known: %s"
                    .formatted(total.counter(), known)));
      }
    }
    PolicyException.throwAll(wrong);
  }

  /** What the book's policy of the day makes of the visit; empty: it has no such policy. */
  public Optional<Decision> decide(PolicyBook book) {
    return policy(book).map(policy -> policy.settle(visit));
  }

  /** The differences from what is expected, by field; empty: the case passes. */
  public List<Difference> check(PolicyBook book) {
    return check(decide(book));
  }

  /**
   * The same for a decision that is there already.
   *
   * @param decision empty: there is no policy
   */
  public List<Difference> check(Optional<Decision> decision) {
    Map<String, String> actual = decision.map(SplitFields::of).orElse(NO_POLICY);
    var differences = new ArrayList<Difference>();
    expected.forEach((field, amount) -> {
      String found = actual.getOrDefault(field, "—");
      if (!found.equals(amount)) {
        differences.add(new Difference(field, amount, found));
      }
    });
    differences.sort((one, other) -> one.field().compareTo(other.field()));
    String explanation = decision.map(WorkedCase::explanation).orElse("");
    for (String text : says) {
      if (!explanation.contains(text)) {
        differences.add(new Difference("says", text, explanation));
      }
    }
    return differences;
  }

  private static final Map<String, String> NO_POLICY =
      Map.of(SplitFields.DECISION, SplitFields.NO_POLICY);

  /** All sentences, lines first. */
  private static String explanation(Decision decision) {
    return switch (decision) {
      case Decision.Refused refused -> refused.sentence();
      case Settlement settlement ->
          Stream.concat(
                  settlement.lines().stream().map(LineResult::sentence),
                  settlement.explanation().stream().map(Explained::sentence))
              .collect(Collectors.joining("\n"));
    };
  }
}
