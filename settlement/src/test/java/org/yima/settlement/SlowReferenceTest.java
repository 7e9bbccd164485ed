package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.FundTerms.Counts;

/**
 * Deductible, basic fund, large-amount fund and critical-illness insurance over a year, against a
 * second way to compute them: what a fund has paid by a position in its bands is a function that
 * rises from zero, a share is a difference of it, and a ceiling is met where its inverse says.
 */
class SlowReferenceTest {

  private static final MathContext EXACT = new MathContext(80);

  /** Far below what 80 digits leave of a tie, far above what they lose of it. */
  private static final BigDecimal HAIR = new BigDecimal("1e-50");

  /**
   * A fund's figures.
   *
   * @param limit yearly, on its payment; null: none
   */
  record Fund(Bands bands, @Nullable Money limit) {

    FundTerms terms(String pool) {
      var pays = Figure.of(bands, Sample.SOURCE);
      var ceilings =
          limit == null
              ? List.<Ceiling>of()
              : List.of(
                  Ceiling.yearly(pool, Ceiling.Reach.WHOLE_POOL, Sample.amount(limit.toString())));
      return FundTerms.yearly(pool, Counts.ABOVE_DEDUCTIBLE, pays, ceilings);
    }
  }

  record District(Money deductible, Fund basic, Fund large, Money threshold, Fund illness) {

    Policy policy() {
      var own = Sample.amount(threshold.toString());
      var insurance =
          new Step.Subsidy(
              Program.CRITICAL_ILLNESS,
              Condition.ALWAYS,
              IN_SCOPE,
              new Step.Deductible("illness", Anew.EACH_YEAR, own, List.of()),
              illness.terms("illness"),
              null);
      var steps = new ArrayList<Step>();
      steps.add(new Step.AllInScope());
      steps.add(Sample.deductible(Anew.EACH_YEAR, deductible.toString()));
      steps.add(new Step.Fund(Step.Fund.Kind.BASIC, basic.terms("basic")));
      steps.add(new Step.Fund(Step.Fund.Kind.LARGE_AMOUNT, large.terms("large")));
      steps.add(new Step.PatientBears(Share.OVER_LIMIT));
      steps.add(insurance);
      steps.add(new Step.InCash());
      return AnyPolicies.policy(steps);
    }
  }

  private static final List<Share> IN_SCOPE =
      List.of(Share.DEDUCTIBLE, Share.BAND_SELF_PAY, Share.LARGE_AMOUNT_SELF_PAY, Share.OVER_LIMIT);

  @Provide
  Arbitrary<District> districts() {
    Arbitrary<Fund> fund =
        Combinators.combine(Worlds.bands(), Worlds.money(900).injectNull(0.3)).as(Fund::new);
    return Combinators.combine(Worlds.money(400), fund, fund, Worlds.money(500), fund)
        .as(District::new);
  }

  @Provide
  Arbitrary<List<Money>> costs() {
    return Arbitraries.oneOf(Worlds.money(3_000), Worlds.money(3)).list().ofMaxSize(6);
  }

  @Property
  void anIndependentReckoningComesToTheSameFen(
      @ForAll("districts") District district, @ForAll("costs") List<Money> costs) {
    var truth = new Reckoning(district);
    YearSoFar year = YearSoFar.EMPTY;
    for (Money cost : costs) {
      Settlement one =
          Sample.settle(district.policy(), Sample.visit(Sample.bill(cost.toString()), year));
      truth.add(cost.fen());
      assertThat(one.of(Share.DEDUCTIBLE).fen()).isEqualTo(truth.deductible);
      assertThat(one.of(Share.BASIC_FUND).fen()).isEqualTo(truth.basic.paidNow);
      assertThat(one.of(Share.LARGE_AMOUNT_FUND).fen()).isEqualTo(truth.large.paidNow);
      assertThat(one.of(Share.OTHER_FUNDS).fen()).isEqualTo(truth.illness.paidNow);
      assertThat(one.of(Share.CASH).fen()).isEqualTo(truth.patient);
      year = one.yearAfter();
    }
  }

  /** The same year in plain arithmetic; all amounts are fen. */
  private static final class Reckoning {

    private final District district;
    private final Pot basic;
    private final Pot large;
    private final Pot illness;
    private long deductibleBefore;
    private long thresholdBefore;
    private long deductible;
    private long patient;

    Reckoning(District district) {
      this.district = district;
      basic = new Pot(district.basic());
      large = new Pot(district.large());
      illness = new Pot(district.illness());
    }

    void add(long cost) {
      deductible = Math.min(cost, Math.max(0, district.deductible().fen() - deductibleBefore));
      deductibleBefore += deductible;
      long left = cost - deductible;
      BigDecimal rest = basic.pay(BigDecimal.valueOf(left), left);
      left -= basic.settled;
      large.pay(rest, left);
      long borne = cost - basic.paidNow - large.paidNow;
      long own = Math.min(borne, Math.max(0, district.threshold().fen() - thresholdBefore));
      thresholdBefore += own;
      illness.pay(BigDecimal.valueOf(borne - own), borne - own);
      patient = borne - illness.paidNow;
    }
  }

  /** One fund: where the year stands in its bands, and what it has paid. */
  private static final class Pot {

    private final Fund fund;
    private long position;
    private long paid;
    private long paidNow;
    private long settled;

    Pot(Fund fund) {
      this.fund = fund;
    }

    /** Pays of the cost and answers with the exact cost that is left. */
    BigDecimal pay(BigDecimal cost, long most) {
      BigDecimal start = BigDecimal.valueOf(position);
      BigDecimal end = start.add(cost).min(lastEnd()).max(start);
      BigDecimal exact = paidUpTo(end).subtract(paidUpTo(start));
      long open = fund.limit() == null ? Long.MAX_VALUE : Math.max(0, fund.limit().fen() - paid);
      BigDecimal covered = end.subtract(start);
      paidNow = rounded(exact);
      if (paidNow > open) {
        paidNow = open;
        covered =
            reach(paidUpTo(start).add(BigDecimal.valueOf(open)))
                .subtract(start)
                .max(BigDecimal.ZERO);
      }
      paidNow = Math.min(paidNow, most);
      settled = Math.min(rounded(covered), most);
      position += settled;
      paid += paidNow;
      return cost.subtract(covered);
    }

    private BigDecimal lastEnd() {
      Money to = fund.bands().bands().getLast().to();
      return to == null ? new BigDecimal("1e30") : BigDecimal.valueOf(to.fen());
    }

    /** What the fund pays of everything below a position. */
    private BigDecimal paidUpTo(BigDecimal position) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Bands.Band band : fund.bands().bands()) {
        BigDecimal from = BigDecimal.valueOf(band.from().fen());
        BigDecimal to = band.to() == null ? position : BigDecimal.valueOf(band.to().fen());
        sum = sum.add(position.min(to).subtract(from).max(BigDecimal.ZERO).multiply(ratio(band)));
      }
      return sum;
    }

    /** The highest position up to which the fund has paid no more than this. */
    private BigDecimal reach(BigDecimal amount) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Bands.Band band : fund.bands().bands()) {
        BigDecimal from = BigDecimal.valueOf(band.from().fen());
        BigDecimal more = amount.subtract(sum);
        BigDecimal ratio = ratio(band);
        BigDecimal wide =
            band.to() == null ? null : BigDecimal.valueOf(band.to().fen()).subtract(from);
        if (ratio.signum() > 0 && (wide == null || wide.multiply(ratio).compareTo(more) > 0)) {
          return from.add(more.divide(ratio, EXACT));
        }
        sum = wide == null ? sum : sum.add(wide.multiply(ratio));
      }
      return lastEnd();
    }

    private static BigDecimal ratio(Bands.Band band) {
      return BigDecimal.valueOf(band.rate().base().millionths(), 6);
    }

    private static long rounded(BigDecimal fen) {
      return fen.add(HAIR).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
  }
}
