package org.yima.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a bill has been split. Immutable: each step answers with the next one, and can only take
 * from what is unassigned or still due, never touch what an earlier step has settled.
 *
 * @param unassigned what no step has taken yet
 * @param exact the same, before rounding: they differ by less than a fen, and only above a ceiling
 * @param due of each part that the patient bears, what nothing has paid yet
 * @param fromEarlierYears what was paid from that part of the personal account
 */
record Split(
    Money unassigned,
    Fraction exact,
    Shares shares,
    Shares due,
    Money fromEarlierYears,
    List<Subsidised> subsidised,
    Standards standards,
    Map<Counter, Long> movements,
    List<Explained> explanation) {

  static Split begin(Claim claim) {
    Money total = claim.visit().bill().total();
    return new Split(
        total,
        Fraction.of(total),
        Shares.NONE,
        Shares.NONE,
        Money.ZERO,
        List.of(),
        Standards.of(claim),
        claim.visitsMoved(),
        List.of());
  }

  /** Assigns a part of what is left. */
  Split assign(Share share, Money amount) {
    if (amount.isNegative() || amount.compareTo(unassigned) > 0) {
      throw new IllegalStateException(share + " " + amount + " of " + unassigned);
    }
    Shares owed = share.kind() == Share.Kind.BORNE ? due.plus(share, amount) : due;
    return left(unassigned.minus(amount), exact.above(Fraction.of(amount)))
        .withShares(shares.plus(share, amount), owed);
  }

  /** What is left is this, to a part of a fen. */
  Split leaving(Fraction rest) {
    return left(unassigned, rest);
  }

  /** Settles what is left as if it were this much; the hospital bears or keeps the difference. */
  Split fixedAt(Money price) {
    Money difference = unassigned.minus(price);
    return left(price, Fraction.of(price))
        .withShares(shares.plus(Share.HOSPITAL_BORNE, difference), due);
  }

  /** What the patient bears and nothing has paid yet. */
  Money dueInAll() {
    return due.sum(Share.Kind.BORNE);
  }

  /** A programme pays a part of what is due. */
  Split subsidise(Share fund, Share part, Money amount) {
    var paid = new ArrayList<>(subsidised);
    paid.add(new Subsidised(fund, part, amount));
    return new Split(
        unassigned,
        exact,
        shares.plus(fund, amount),
        due.minus(part, amount),
        fromEarlierYears,
        List.copyOf(paid),
        standards,
        movements,
        explanation);
  }

  /** The patient pays a part of what is due. */
  Split pay(Share how, Share part, Money amount) {
    return withShares(shares.plus(how, amount), due.minus(part, amount));
  }

  Split tookFromEarlierYears(Money amount) {
    return new Split(
        unassigned,
        exact,
        shares,
        due,
        fromEarlierYears.plus(amount),
        subsidised,
        standards,
        movements,
        explanation);
  }

  private Split left(Money rest, Fraction exactRest) {
    return new Split(
        rest,
        exactRest,
        shares,
        due,
        fromEarlierYears,
        subsidised,
        standards,
        movements,
        explanation);
  }

  private Split withShares(Shares assigned, Shares owed) {
    return new Split(
        unassigned,
        exact,
        assigned,
        owed,
        fromEarlierYears,
        subsidised,
        standards,
        movements,
        explanation);
  }

  Split with(Standards quoted) {
    return new Split(
        unassigned,
        exact,
        shares,
        due,
        fromEarlierYears,
        subsidised,
        quoted,
        movements,
        explanation);
  }

  /** What earlier steps of this settlement have added to a counter. */
  Money moved(Counter counter) {
    return Money.ofFen(movements.getOrDefault(counter, 0L));
  }

  Split moving(Map<Counter, Long> moved) {
    var sum = new HashMap<>(movements);
    moved.forEach((counter, amount) -> sum.merge(counter, amount, Math::addExact));
    return new Split(
        unassigned, exact, shares, due, fromEarlierYears, subsidised, standards, sum, explanation);
  }

  /**
   * @param step null: nothing needs to be said
   */
  Split because(@Nullable Explained step) {
    if (step == null) {
      return this;
    }
    var steps = new ArrayList<>(explanation);
    steps.add(step);
    return new Split(
        unassigned, exact, shares, due, fromEarlierYears, subsidised, standards, movements, steps);
  }
}
