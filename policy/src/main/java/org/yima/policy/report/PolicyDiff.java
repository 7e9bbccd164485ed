package org.yima.policy.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yima.policy.CaseFile;
import org.yima.policy.PolicyFolder;
import org.yima.policy.WorkedCase;
import org.yima.settlement.Decision;
import org.yima.settlement.Money;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;

/**
 * The bills of a case file under two policies: who would pay what. Amounts are yuan with two
 * decimals, differences B less A.
 *
 * @param a what the first side is called
 * @param b what the second side is called
 * @param totals over the bills that both sides settle
 * @param both how many these are
 */
public record PolicyDiff(
    String a, String b, List<BillDiff> bills, List<Difference> totals, int both) {

  /** In place of an amount, where a side settled nothing. */
  static final String NONE = "—";

  /** One bill; a side that does not settle it has dashes for amounts. */
  public record BillDiff(
      String file,
      int line,
      String name,
      String person,
      String bill,
      Side a,
      Side b,
      List<Difference> differences) {

    public BillDiff {
      differences = List.copyOf(differences);
    }
  }

  /**
   * What one side makes of a bill.
   *
   * @param policy its name; null: the side has none for the case
   * @param refusal why it is not settled; null: it is
   * @param notes what had to be assumed
   */
  public record Side(
      @Nullable String policy, String decision, @Nullable String refusal, List<String> notes) {

    public Side {
      notes = List.copyOf(notes);
    }
  }

  /** One share of the bill. */
  public record Difference(
      String share, String name, String kind, String a, String b, String difference) {}

  public PolicyDiff {
    bills = List.copyOf(bills);
    totals = List.copyOf(totals);
  }

  /**
   * Settles every case of a file under both; what the cases expect does not matter.
   *
   * @throws org.yima.policy.PolicyException if an amount is larger than can be settled
   */
  public static PolicyDiff of(Named a, Named b, CaseFile file) {
    var left = new Version(a.folder());
    var right = new Version(b.folder());
    var bills = new ArrayList<BillDiff>();
    Map<Share, Money> totalA = new EnumMap<>(Share.class);
    Map<Share, Money> totalB = new EnumMap<>(Share.class);
    int both = 0;
    for (WorkedCase worked : file.cases()) {
      Outcome one = Outcome.of(left, file, worked);
      Outcome other = Outcome.of(right, file, worked);
      bills.add(bill(file, worked, one, other));
      if (one.settlement() != null && other.settlement() != null) {
        both++;
        add(totalA, one.shares());
        add(totalB, other.shares());
      }
    }
    return new PolicyDiff(a.name(), b.name(), bills, differences(totalA, totalB), both);
  }

  /** A side, and what the reader calls it. */
  public record Named(String name, PolicyFolder folder) {}

  /** What one side made of a case. */
  private record Outcome(Side side, @Nullable Settlement settlement) {

    static Outcome of(Version version, CaseFile file, WorkedCase worked) {
      Optional<Version.Choice> choice = version.choose(worked);
      if (choice.isEmpty()) {
        String why = Reading.noPolicy(worked, worked.visit().bill().date());
        return new Outcome(new Side(null, "no-policy", why, List.of()), null);
      }
      var chosen = choice.get();
      Decision decision = Reading.settle(file, worked, chosen.policy(), chosen.visit());
      String refusal = decision instanceof Decision.Refused none ? none.sentence() : null;
      var side =
          new Side(
              chosen.policy().name(),
              Reading.decision(Optional.of(decision)),
              refusal,
              chosen.notes());
      return new Outcome(side, decision instanceof Settlement settlement ? settlement : null);
    }

    Map<Share, Money> shares() {
      Map<Share, Money> shares = new EnumMap<>(Share.class);
      if (settlement != null) {
        for (Share share : Share.values()) {
          shares.put(share, settlement.of(share));
        }
      }
      return shares;
    }
  }

  private static BillDiff bill(CaseFile file, WorkedCase worked, Outcome a, Outcome b) {
    return new BillDiff(
        file.name(),
        worked.line(),
        worked.name(),
        Sketch.person(worked.visit()),
        Sketch.bill(worked.visit()),
        a.side(),
        b.side(),
        differences(a.shares(), b.shares()));
  }

  private static void add(Map<Share, Money> totals, Map<Share, Money> shares) {
    shares.forEach((share, amount) -> totals.merge(share, amount, Money::plus));
  }

  /** A side that settled nothing has no shares, which is not the same as shares of zero. */
  private static List<Difference> differences(Map<Share, Money> a, Map<Share, Money> b) {
    var differences = new ArrayList<Difference>();
    for (Share share : Share.values()) {
      Money one = a.getOrDefault(share, Money.ZERO);
      Money other = b.getOrDefault(share, Money.ZERO);
      if (!one.isZero() || !other.isZero()) {
        boolean both = !a.isEmpty() && !b.isEmpty();
        differences.add(
            new Difference(
                Reading.word(share),
                share.chinese(),
                Reading.word(share.kind()),
                a.isEmpty() ? NONE : one.toString(),
                b.isEmpty() ? NONE : other.toString(),
                both ? other.minus(one).toString() : NONE));
      }
    }
    return differences;
  }

  /** For people. */
  public String text() {
    return new DiffText(this).toString();
  }
}
