package org.yima.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a bill has been split. Immutable: each step answers with the next one, and can only take
 * from what is unassigned or still due, never touch what an earlier step has settled.
 */
record Split(
    Parts parts, Standards standards, Map<Counter, Long> movements, List<Explained> explanation) {

  /**
   * Where the money stands.
   *
   * @param unassigned what no step has taken yet
   * @param exact the same, before rounding: they differ by less than a fen, and only above a
   *     ceiling
   * @param due of each part that the patient bears, what nothing has paid yet
   * @param fromEarlierYears what was paid from that part of the personal account
   */
  record Parts(
      Money unassigned,
      Fraction exact,
      Shares shares,
      Shares due,
      Money fromEarlierYears,
      List<Subsidised> subsidised) {

    private Parts left(Money rest, Fraction exactRest) {
      return new Parts(rest, exactRest, shares, due, fromEarlierYears, subsidised);
    }

    private Parts shared(Shares assigned, Shares owed) {
      return new Parts(unassigned, exact, assigned, owed, fromEarlierYears, subsidised);
    }

    private Parts paid(Subsidised one) {
      var all = new ArrayList<>(subsidised);
      all.add(one);
      return new Parts(unassigned, exact, shares, due, fromEarlierYears, List.copyOf(all));
    }

    private Parts tookFromEarlierYears(Money amount) {
      Money sum = fromEarlierYears.plus(amount);
      return new Parts(unassigned, exact, shares, due, sum, subsidised);
    }
  }

  static Split begin(Claim claim) {
    Money total = claim.visit().bill().total();
    var whole =
        new Parts(total, Fraction.of(total), Shares.NONE, Shares.NONE, Money.ZERO, List.of());
    return new Split(whole, Standards.of(claim), claim.visitsMoved(), List.of());
  }

  Money unassigned() {
    return parts.unassigned;
  }

  Fraction exact() {
    return parts.exact;
  }

  Shares shares() {
    return parts.shares;
  }

  Shares due() {
    return parts.due;
  }

  /** Assigns a part of what is left. */
  Split assign(Share share, Money amount) {
    Money left = unassigned();
    if (amount.isNegative() || amount.compareTo(left) > 0) {
      throw new IllegalStateException(share + " " + amount + " of " + left);
    }
    Shares owed = share.kind() == Share.Kind.BORNE ? due().plus(share, amount) : due();
    return with(
        parts
            .left(left.minus(amount), exact().above(Fraction.of(amount)))
            .shared(shares().plus(share, amount), owed));
  }

  /** What is left is this, to a part of a fen. */
  Split leaving(Fraction rest) {
    return with(parts.left(unassigned(), rest));
  }

  /** Settles what is left as if it were this much; the hospital bears or keeps the difference. */
  Split fixedAt(Money price) {
    Money difference = unassigned().minus(price);
    return with(
        parts
            .left(price, Fraction.of(price))
            .shared(shares().plus(Share.HOSPITAL_BORNE, difference), due()));
  }

  /** What the patient bears and nothing has paid yet. */
  Money dueInAll() {
    return due().sum(Share.Kind.BORNE);
  }

  /** A programme pays a part of what is due. */
  Split subsidise(Subsidised one) {
    Split paid = pay(one.program().share(), one.part(), one.amount());
    return paid.with(paid.parts.paid(one));
  }

  /** A part of what is due is paid. */
  Split pay(Share how, Share part, Money amount) {
    return with(parts.shared(shares().plus(how, amount), due().minus(part, amount)));
  }

  Split tookFromEarlierYears(Money amount) {
    return with(parts.tookFromEarlierYears(amount));
  }

  private Split with(Parts changed) {
    return new Split(changed, standards, movements, explanation);
  }

  Split with(Standards quoted) {
    return new Split(parts, quoted, movements, explanation);
  }

  /** What earlier steps of this settlement have added to a counter. */
  Money moved(Counter counter) {
    return Money.ofFen(movements.getOrDefault(counter, 0L));
  }

  Split moving(Map<Counter, Long> moved) {
    var sum = new HashMap<>(movements);
    moved.forEach((counter, amount) -> sum.merge(counter, amount, Math::addExact));
    return new Split(parts, standards, sum, explanation);
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
    return new Split(parts, standards, movements, steps);
  }
}
