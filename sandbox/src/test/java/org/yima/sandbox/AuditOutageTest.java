package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.protocol.Form;
import org.yima.sandbox.Hospital.Order;

/** No answer leaves that is not in the audit trail, and nothing moves that is not. */
class AuditOutageTest {
  private static final String GONE = "alter table audit_entry rename to audit_entry_gone";
  private static final String BACK = "alter table audit_entry_gone rename to audit_entry";

  @TempDir static Path folder;
  private static final SettableClock CLOCK = new SettableClock(Scene.MORNING, Hospital.ZONE);
  private static Sandbox sandbox;
  private static Tables tables;
  private static Hospital hospital;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(folder, 0, CLOCK);
    tables = new Tables(sandbox);
    hospital = Hospital.first(sandbox, CLOCK);
  }

  @AfterAll
  static void stop() {
    tables.close();
    sandbox.close();
  }

  @Test
  void withoutATrailNothingIsDone() {
    String cycle = hospital.signIn("01", "0");
    Order order =
        hospital
            .order("OUT1", cycle, hospital.scan(Hospital.person("在职职工")))
            .line("XA0001", "600.00");
    Map<String, String> before = tables.contents();
    tables.tell(GONE);
    try {
      Form query = hospital.call("ST009", Hospital.xml(Map.of("orderid", "OUT1")));
      assertThat(query.get("aprcode")).isEqualTo("-1");
      assertThat(query.get("paystatus")).isNull();
      assertThat(hospital.call("ST007", order.xml()).get("aprcode")).isEqualTo("-1");
      assertThat(tables.contents()).isEqualTo(before);
    } finally {
      tables.tell(BACK);
    }
    assertThat(Hospital.outcome(hospital.call("ST007", order.xml()))).isEqualTo("00");
    assertThat(outcomes("OUT1")).as("who could not be told is not entered").containsExactly("00");
  }

  private static List<String> outcomes(String subject) {
    return tables
        .ask("select outcome from audit_entry where subject = ? order by entry_no", subject)
        .stream()
        .map(List::getFirst)
        .toList();
  }

  /** Many who wait share commits, and each has its own entry. */
  @Test
  void nobodyIsForgottenInTheCrowd() {
    int crowd = 300;
    Storm.of(
        IntStream.range(0, crowd)
            .<Callable<String>>mapToObj(i ->
                () ->
                    Hospital.outcome(
                        hospital.call("ST009", Hospital.xml(Map.of("orderid", "CROWD" + i)))))
            .toList());
    assertThat(
            tables.ask(
                """
                select subject from audit_entry where subject like 'CROWD%' and outcome = 'E1101'
                 group by subject having count(*) = 1
                """))
        .hasSize(crowd);
    assertThat(
            Integer.parseInt(
                tables.one(
                    """
                    select count(distinct xmin::text) from audit_entry where subject like 'CROWD%'
                    """)))
        .as("commits")
        .isLessThan(crowd);
  }
}
