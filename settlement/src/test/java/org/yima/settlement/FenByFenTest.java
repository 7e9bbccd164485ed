package org.yima.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yima.settlement.Worlds.World;

/**
 * The fund's share against a second, slow way to find it: walk over the in-scope cost fen by fen,
 * add up what the fund pays of each, and round the sum once.
 */
class FenByFenTest {

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.worlds();
  }

  @Property(tries = 300)
  void theFundPaysWhatAWalkOverEveryFenFinds(@ForAll("worlds") World world) {
    YearSoFar year = YearSoFar.EMPTY;
    for (Settlement one : world.year(world.bills())) {
      var walk = new Walk(world.rules(), year);
      walk.over(one.inScope());
      assertThat(one.of(Share.DEDUCTIBLE).fen()).isEqualTo(walk.deductible);
      assertThat(one.of(Share.BASIC_FUND).fen()).isEqualTo(walk.fund());
      year = one.yearAfter();
    }
  }

  private static final class Walk {

    private final Worlds.Rules rules;
    private final long earlierDeductible;
    private final long limit;
    private final long start;
    private long deductible;
    private BigDecimal exact = BigDecimal.ZERO;

    Walk(Worlds.Rules rules, YearSoFar year) {
      this.rules = rules;
      boolean yearly = rules.due() == Anew.EACH_YEAR;
      earlierDeductible = yearly ? year.of(Counter.of("deductible:outpatient")).fen() : 0;
      start = year.of(Counter.of("cost:outpatient")).fen();
      long left = Long.MAX_VALUE;
      for (Money ceiling : rules.ceilings()) {
        left = Math.min(left, ceiling.fen() - year.basicFundPaid().fen());
      }
      limit = left;
    }

    void over(Money inScope) {
      boolean inside = rules.counts() == FundTerms.Counts.IN_SCOPE;
      for (long fen = 0; fen < inScope.fen(); fen++) {
        if (earlierDeductible + deductible < rules.deductible().fen()) {
          deductible++;
        } else {
          exact = exact.add(ratioAt(start + fen - (inside ? 0 : deductible)));
        }
      }
    }

    long fund() {
      return Math.min(limit, exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private BigDecimal ratioAt(long position) {
      for (Bands.Band band : rules.bands().bands()) {
        if (band.to() == null || position < band.to().fen()) {
          return BigDecimal.valueOf(band.rate().base().millionths(), 6);
        }
      }
      return BigDecimal.ZERO;
    }
  }
}
