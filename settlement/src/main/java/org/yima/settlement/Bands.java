package org.yima.settlement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fund's ratio by the year's running cost: bands that start at zero and adjoin. Where the last
 * one ends, cost above it is not the fund's any more (a ceiling on cost).
 */
public record Bands(List<Band> bands) {

  /**
   * Cost above {@code from} and up to {@code to}.
   *
   * @param to null: without end
   */
  public record Band(Money from, @Nullable Money to, Ratio ratio) {

    /** "5,000 以上至 10,000 部分", for the explanation. */
    String range() {
      if (to == null) {
        return from.isZero() ? "全部费用" : from.plain() + " 元以上部分";
      }
      return from.plain() + " 至 " + to.plain() + " 元部分";
    }
  }

  /** The part of a visit's cost that falls into one band. */
  public record Portion(Band band, Money cost) {

    Exact share() {
      return Exact.of(cost, band.ratio());
    }
  }

  public Bands {
    bands = List.copyOf(bands);
    Money end = Money.ZERO;
    for (Band band : bands) {
      if (end == null || !band.from().equals(end)) {
        throw new IllegalArgumentException("bands start at zero and adjoin: " + bands);
      }
      end = band.to();
      if (end != null && end.compareTo(band.from()) <= 0) {
        throw new IllegalArgumentException("a band ends above its start: " + band);
      }
    }
  }

  /** One ratio for everything. */
  public static Bands flat(Ratio ratio) {
    return new Bands(List.of(new Band(Money.ZERO, null, ratio)));
  }

  /** The portions of the cost that stands between {@code start} and {@code start + cost}. */
  List<Portion> cut(Money start, Money cost) {
    Money end = start.plus(cost);
    var portions = new ArrayList<Portion>(2);
    for (Band band : bands) {
      Money upper = band.to() == null ? end : band.to().min(end);
      Money inBand = upper.minus(band.from().max(start));
      if (inBand.isPositive()) {
        portions.add(new Portion(band, inBand));
      }
    }
    return List.copyOf(portions);
  }
}
