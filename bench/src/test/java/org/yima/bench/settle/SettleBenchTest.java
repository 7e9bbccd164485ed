package org.yima.bench.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yima.bench.settle.SettleBench.Options;
import org.yima.bench.settle.SettleReport.Measured;
import org.yima.bench.settle.SettleReport.Row;
import org.yima.settlement.Money;
import org.yima.settlement.Settlement;
import org.yima.settlement.Share;
import org.yima.settlement.Shares;
import org.yima.settlement.Visit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole bench once, short: nothing here says how fast, only that both do the same work. */
class SettleBenchTest {

  @Test
  void bothSettleTheSameBillsAndAreMeasured() {
    List<String> progress = new ArrayList<>();
    SettleReport report = SettleBench.run(Options.quick(), progress::add);

    assertThat(progress).hasSize(4);
    assertThat(report.compared()).isEqualTo(1500);
    assertThat(report.rows()).extracting(Row::lines).containsExactly(1, 50, 5000);
    assertThat(report.rows())
        .allSatisfy(row -> {
          assertThat(row.engine().best()).isPositive().isLessThanOrEqualTo(row.engine().worst());
          assertThat(row.drools().bytes()).isPositive();
        });
    assertThat(report.text()).contains("Yima", "Drools", "到分", "ratio");
    JsonNode json = JsonMapper.builder().build().readTree(report.json());
    assertThat(json.get("rows").get(1).get("engine").get("best").asLong())
        .isEqualTo(report.rows().get(1).engine().best());
  }

  @Test
  void theTable() {
    var report =
        new SettleReport(
            2,
            "25",
            "10.2.0",
            3,
            List.of(
                new Row(
                    50,
                    new Measured(8_000, 9_000, 20_000, 1_234),
                    new Measured(84_000, 90_000, 100_000, 70_000))));
    assertThat(report.text())
        .contains("      50 Yima          125,000      111,111       50,000          1,234")
        .contains("         ratio            10.5 ×");
  }

  /** A share that no bill has would be compared in vain. */
  @Test
  void theBillsHaveEveryShareThatThePolicyKnows() {
    Set<Share> seen = EnumSet.noneOf(Share.class);
    for (Visit visit : Bills.of(64, 50)) {
      Settlement settlement = (Settlement) SettleBench.policy().settle(visit);
      for (Share share : Share.values()) {
        if (settlement.of(share).isPositive()) {
          seen.add(share);
        }
      }
    }
    assertThat(seen)
        .contains(
            Share.SELF_PAID,
            Share.UPFRONT_SELF_PAY,
            Share.DEDUCTIBLE,
            Share.BAND_SELF_PAY,
            Share.LARGE_AMOUNT_SELF_PAY,
            Share.BASIC_FUND,
            Share.LARGE_AMOUNT_FUND,
            Share.OTHER_FUNDS,
            Share.CIVIL_SERVANT_FUND,
            Share.PERSONAL_ACCOUNT,
            Share.CASH);
  }

  @Test
  void aDifferenceOfOneFenIsFound() {
    Settler engine = new Settler.Engine(SettleBench.policy());
    Settler other =
        new Settler() {
          @Override
          public Object settle(Visit visit) {
            return visit;
          }

          @Override
          public Shares shares(Visit visit) {
            Map<Share, Money> shares = new EnumMap<>(Share.class);
            for (Share share : Share.values()) {
              shares.put(share, engine.shares(visit).of(share));
            }
            shares.merge(Share.CASH, Money.ofFen(1), Money::plus);
            return Shares.of(shares);
          }
        };
    assertThatThrownBy(() -> SettleBench.compare(engine, other))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(" differs: ");
  }
}
