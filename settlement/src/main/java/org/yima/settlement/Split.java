package org.yima.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a bill has been split. Immutable: each step answers with the next one, and can only take
 * from what is unassigned, never touch what an earlier step has settled.
 *
 * @param unassigned what no step has taken yet
 */
record Split(
    Money unassigned,
    Shares shares,
    Standards standards,
    Map<Counter, Money> movements,
    List<Explained> explanation) {

  static Split begin(Money total) {
    return new Split(total, Shares.NONE, Standards.NONE, Map.of(), List.of());
  }

  /** Assigns a part of what is left. */
  Split assign(Share share, Money amount) {
    if (amount.isNegative() || amount.compareTo(unassigned) > 0) {
      throw new IllegalStateException(share + " " + amount + " of " + unassigned);
    }
    Money rest = unassigned.minus(amount);
    return new Split(rest, shares.plus(share, amount), standards, movements, explanation);
  }

  /** What the patient bears and nothing has paid yet. */
  Money due() {
    return shares
        .sum(Share.Kind.BORNE)
        .minus(shares.sum(Share.Kind.SUBSIDY))
        .minus(shares.sum(Share.Kind.PAYMENT));
  }

  /** Pays a part of what the patient bears. */
  Split pay(Share share, Money amount) {
    if (amount.isNegative() || amount.compareTo(due()) > 0) {
      throw new IllegalStateException(share + " " + amount + " of " + due());
    }
    return new Split(unassigned, shares.plus(share, amount), standards, movements, explanation);
  }

  Split with(Standards quoted) {
    return new Split(unassigned, shares, quoted, movements, explanation);
  }

  Split moving(Map<Counter, Money> moved) {
    var sum = new HashMap<>(movements);
    moved.forEach((counter, amount) -> sum.merge(counter, amount, Money::plus));
    return new Split(unassigned, shares, standards, sum, explanation);
  }

  Split because(Explained step) {
    var steps = new ArrayList<>(explanation);
    steps.add(step);
    return new Split(unassigned, shares, standards, movements, steps);
  }
}
