package org.yima.settlement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The closed set of things a policy may do with a bill, in the order in which it lists them. Each
 * takes its part of what is still unassigned and leaves the rest to the next; those after {@link
 * PatientBears} pay what the patient bears.
 */
public sealed interface Step {

  /** Takes out of each line what is self-paid or paid upfront; what is left is within scope. */
  record ClassifyLines() implements Step {}

  /** Takes the whole bill as within scope: a package price (包干) covers every line. */
  record AllInScope() implements Step {}

  /**
   * 包干: the bill is settled as if what is within scope cost this much. The hospital bears what it
   * cost more, or keeps what it cost less.
   */
  record FixedPrice(Figure<Amount> price) implements Step {}

  /** Of some items, the part within scope is paid by the basic fund on terms of their own. */
  record ItemsApart(Set<String> items, FundTerms terms) implements Step {

    public ItemsApart {
      items = Set.copyOf(items);
    }
  }

  /** What a visitor to another region pays first, of all that is within scope. */
  record OutOfRegionUpfront(Figure<Ratio> share) implements Step {}

  /**
   * 起付线: what the patient bears before the fund begins.
   *
   * @param pool under which the deductible is counted
   * @param adjust what changes the amount in some cases; TIMES alone
   */
  record Deductible(String pool, Anew due, Figure<Amount> amount, List<Adjustment> adjust)
      implements Step {

    public Deductible {
      adjust = List.copyOf(adjust);
      Adjustment.requireForAmounts(adjust);
    }

    Counter counter() {
      return new Counter(Counter.Kind.DEDUCTIBLE, pool);
    }
  }

  /** A fund that pays of the cost itself: the basic fund, and above its ceiling the other. */
  record Fund(Kind kind, FundTerms terms) implements Step {

    public enum Kind {
      BASIC(Share.BASIC_FUND, Share.BAND_SELF_PAY),
      LARGE_AMOUNT(Share.LARGE_AMOUNT_FUND, Share.LARGE_AMOUNT_SELF_PAY);

      private final Share pays;
      private final Share leaves;

      Kind(Share pays, Share leaves) {
        this.pays = pays;
        this.leaves = leaves;
      }

      Share pays() {
        return pays;
      }

      /** The patient's part of what the fund covers. */
      Share leaves() {
        return leaves;
      }
    }
  }

  /**
   * Whatever is still unassigned is the patient's.
   *
   * @param as the reason: BAND_SELF_PAY where no fund covers it, OVER_LIMIT above the ceilings
   */
  record PatientBears(Share as) implements Step {

    public PatientBears {
      requireBorne(Set.of(as));
    }
  }

  /**
   * A programme that pays out of what the patient bears.
   *
   * @param where for whom
   * @param of the parts it looks at, in the order in which what it pays is taken off them
   * @param deductible what the year's total of these parts must exceed; null: nothing
   * @param burden the most of these parts that is left to the patient in a year; null: no limit
   */
  record Subsidy(
      Program program,
      Condition where,
      List<Share> of,
      @Nullable Deductible deductible,
      FundTerms terms,
      @Nullable Figure<Amount> burden)
      implements Step {

    public Subsidy {
      of = List.copyOf(of);
      requireBorne(new HashSet<>(of));
    }
  }

  /**
   * The personal account pays what the patient bears, up to its balance and limit.
   *
   * @param pays the parts it may pay, all where empty
   * @param part which part of the account
   * @param most the most that it may pay of this bill; null: no such limit
   */
  record FromAccount(
      Condition where, Set<Share> pays, PersonalAccount.Part part, @Nullable Figure<Amount> most)
      implements Step {

    public static final FromAccount FREELY =
        new FromAccount(Condition.ALWAYS, Set.of(), PersonalAccount.Part.WHOLE, null);

    public FromAccount {
      pays = Set.copyOf(pays);
      requireBorne(pays);
    }
  }

  /** The rest. */
  record InCash() implements Step {}

  private static void requireBorne(Set<Share> shares) {
    for (Share share : shares) {
      if (share.kind() != Share.Kind.BORNE) {
        throw new IllegalArgumentException(share + " is not borne by the patient");
      }
    }
  }
}
