package org.yima.settlement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fund's ratio by a running total: bands that start at zero and adjoin. Where the last one ends,
 * what lies above is not the fund's any more.
 */
public record Bands(List<Band> bands) {

  /**
   * The running total above {@code from} and up to {@code to}.
   *
   * @param to null: without end
   */
  public record Band(Money from, @Nullable Money to, Rate rate) {

    /** "5,000 以上至 10,000 部分", for the explanation. */
    String range() {
      if (to == null) {
        return from.isZero() ? "全部费用" : from.plain() + " 元以上部分";
      }
      return from.plain() + " 至 " + to.plain() + " 元部分";
    }
  }

  /**
   * The part of a visit's cost that falls into one band.
   *
   * @param rate the band's ratio with everything that adjusts it in this visit
   */
  record Portion(Band band, Fraction cost, Fraction rate) {

    Fraction share() {
      return cost.times(rate);
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
    return new Bands(List.of(new Band(Money.ZERO, null, Rate.of(ratio))));
  }

  /** The portions of the cost that stands between {@code start} and {@code start + cost}. */
  List<Portion> cutByCost(Fraction start, Fraction cost, Claim claim, List<Adjustment> adjust) {
    Fraction end = start.plus(cost);
    var portions = new ArrayList<Portion>(2);
    for (Band band : bands) {
      Fraction upper = band.to() == null ? end : end.min(Fraction.of(band.to()));
      Fraction from = Fraction.of(band.from());
      Fraction inBand = upper.above(start.compareTo(from) > 0 ? start : from);
      if (inBand.isPositive()) {
        portions.add(new Portion(band, inBand, rate(band, claim, adjust)));
      }
    }
    return List.copyOf(portions);
  }

  /**
   * The same where the bands are laid on what the fund pays: a band is full when the fund has paid
   * its width, and how much cost that takes is found by dividing back by the ratio.
   *
   * @param start what the fund has paid so far
   */
  List<Portion> cutByPayment(Money start, Fraction cost, Claim claim, List<Adjustment> adjust) {
    Fraction left = cost;
    Fraction paid = Fraction.of(start);
    var portions = new ArrayList<Portion>(2);
    for (Band band : bands) {
      Fraction rate = rate(band, claim, adjust);
      Fraction inBand = left;
      if (band.to() != null && rate.isPositive()) {
        inBand = left.min(Fraction.of(band.to()).above(paid).dividedBy(rate));
      }
      if (inBand.isPositive()) {
        Portion portion = new Portion(band, inBand, rate);
        portions.add(portion);
        left = left.minus(inBand);
        paid = paid.plus(portion.share());
      }
    }
    return List.copyOf(portions);
  }

  private static Fraction rate(Band band, Claim claim, List<Adjustment> adjust) {
    return Adjustment.apply(adjust, band.rate().in(claim), claim);
  }
}
