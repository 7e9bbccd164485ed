package org.yima.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yima.settlement.Decision;
import org.yima.settlement.Settlement;
import org.yima.settlement.Visit;

/**
 * One worked case.
 *
 * @param line of the file
 * @param district whose policy applies, on the day of the bill
 * @param expected field → amount, as the file writes both; only what is given is compared
 */
public record WorkedCase(
    String name, int line, String district, Visit visit, Map<String, String> expected) {

  /** One field that did not come out as expected. */
  public record Difference(String field, String expected, String actual) {

    @Override
    public String toString() {
      return field + " 应为 " + expected + "，实为 " + actual;
    }
  }

  public WorkedCase {
    expected = Map.copyOf(expected);
  }

  /** What the book's policy of the day makes of the visit; empty: it has no such policy. */
  public Optional<Decision> decide(PolicyBook book) {
    var day = visit.bill().date();
    return book.policyFor(district, visit.member().scheme(), day)
        .map(policy -> policy.settle(visit));
  }

  /** The differences from what is expected, by field; empty: the case passes. */
  public List<Difference> check(PolicyBook book) {
    Map<String, String> actual = decide(book).map(WorkedCase::fields).orElse(NO_POLICY);
    var differences = new ArrayList<Difference>();
    expected.forEach((field, amount) -> {
      String found = actual.getOrDefault(field, "—");
      if (!found.equals(amount)) {
        differences.add(new Difference(field, amount, found));
      }
    });
    differences.sort((one, other) -> one.field().compareTo(other.field()));
    return differences;
  }

  private static final Map<String, String> NO_POLICY = Map.of(SplitFields.DECISION, "no-policy");

  private static Map<String, String> fields(Decision decision) {
    return switch (decision) {
      case Settlement settlement -> SplitFields.of(settlement);
      case Decision.NotCovered _ -> Map.of(SplitFields.DECISION, "not-covered");
    };
  }
}
