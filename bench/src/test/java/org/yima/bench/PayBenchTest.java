package org.yima.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yima.bench.PayBench.Options;
import org.yima.bench.SuiteReport.Slice;
import org.yima.securitypkg.Suite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole bench once, short: nothing here says how fast, only that it is counted rightly. */
class PayBenchTest {
  @Test
  void everyPaymentIsInTheBooksAndTheReportAddsUp() {
    List<String> progress = new ArrayList<>();
    Report report = PayBench.run(Options.quick(), progress::add);

    assertThat(report.suites()).extracting(SuiteReport::suite).containsExactly(Suite.SM, Suite.RSA);
    assertThat(report.suites()).allSatisfy(PayBenchTest::addsUp);
    assertThat(report.tpcb().note()).isNotBlank();
    assertThat(progress).hasSize(4);
    assertThat(report.text())
        .contains("══ SM ══", "══ RSA ══", "时间去向", "pgbench TPC-B", "平 balanced")
        .doesNotContain("NOT BALANCED");
    sameInJson(report);
  }

  private static void addsUp(SuiteReport suite) {
    for (Measured load : List.of(suite.alone(), suite.maximum(), suite.steady())) {
      assertThat(load.paid()).isPositive();
      assertThat(load.refused()).isZero();
      assertThat(load.p50()).isPositive().isLessThanOrEqualTo(load.p99());
    }
    assertThat(suite.ledger().balanced()).as(suite.ledger().text()).isTrue();
    assertThat(suite.where()).extracting(Slice::kind).containsExactly(Kind.values());
    assertThat(suite.where().stream().mapToLong(Slice::nanos).sum())
        .isEqualTo(suite.maximum().processors());
    assertThat(suite.necessary())
        .isEqualTo(
            suite.parts().stream().mapToLong(Part::total).sum() + suite.alone().processors());
    assertThat(suite.ceiling()).isEqualTo(Cpu.cores() * 1_000_000_000L / suite.necessary());
    assertThat(suite.client()).isPositive();
  }

  private static void sameInJson(Report report) {
    JsonNode json = JsonMapper.builder().build().readTree(report.json());
    JsonNode first = json.get("suites").get(0);
    SuiteReport suite = report.suites().getFirst();
    assertThat(json.get("cores").asInt()).isEqualTo(Cpu.cores());
    assertThat(first.get("suite").asString()).isEqualTo("SM");
    assertThat(first.get("ceiling").asLong()).isEqualTo(suite.ceiling());
    assertThat(first.get("maximum").get("p99").asLong()).isEqualTo(suite.maximum().p99());
    assertThat(first.get("parts").size()).isEqualTo(suite.parts().size());
    assertThat(first.get("parts").get(0).get("nanos").asLong())
        .isEqualTo(suite.parts().getFirst().nanos());
  }

  @Test
  void optionsAreBounded() {
    var options = Options.standard();
    assertThatThrownBy(() -> options.withClients(0)).hasMessageContaining("--clients");
    assertThatThrownBy(() -> options.withClients(257)).hasMessageContaining("--clients");
    assertThatThrownBy(() -> options.withSeconds(0)).hasMessageContaining("--seconds");
    assertThatThrownBy(() -> options.withSeconds(61)).hasMessageContaining("--seconds");
    assertThatThrownBy(() -> options.withSuites(List.of())).hasMessageContaining("--suite");
    assertThatThrownBy(() -> options.withSuites(List.of(Suite.LEGACY)))
        .hasMessageContaining("--suite");
  }

  @Test
  void optionsChangeWhatTheySay() {
    var options = Options.standard().withClients(3).withSeconds(4).withSuites(List.of(Suite.SM));
    assertThat(options.clients()).isEqualTo(3);
    assertThat(options.load()).hasSeconds(4);
    assertThat(options.suites()).containsExactly(Suite.SM);
    assertThat(options.people()).isEqualTo(Options.standard().people());
  }
}
