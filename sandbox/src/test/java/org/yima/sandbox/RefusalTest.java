package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.platform.transaction.Reason;
import org.yima.protocol.Form;
import org.yima.sandbox.Refused.Attempt;

/** Every business refusal through the real interface: the exact answer, and nothing written. */
@ExtendWith(Scene.Shared.class)
class RefusalTest {
  /** Not given here: by transactions that are not there yet, or under settings of their own. */
  private static final Set<Reason> ELSEWHERE =
      EnumSet.of(
          // Takes a code service: NationalCodesTest.
          Reason.CODE_SERVICE_SILENT,
          // Takes hundreds of thousands of lines: StatementFileTest.
          Reason.STATEMENT_TOO_LARGE,
          // Their answers say more, and one of them writes: TwoStepTest.
          Reason.CONFIRMED_AMOUNTS_DIFFER,
          Reason.SPLIT_CHANGED);

  static Stream<Refused> cases() {
    return Stream.of(
            BillCases.all(), CycleCases.all(), ScanCases.all(), OrderCases.all(), StayCases.all())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isRefusedWithItsReasonAndWritesNothing(Refused refused, Scene scene) {
    Attempt attempt = refused.attempt().apply(scene);
    try {
      Map<String, String> before = scene.tables.contents();
      Form reply = attempt.from().call(attempt.transtype(), attempt.transdata());
      assertThat(elements(reply))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "respcode", "00",
                  "respmsg", "调用成功",
                  "aprcode", aprcode(refused.number()),
                  "aprtmsg", refused.answer(),
                  "transtype", attempt.transtype()));
      assertThat(scene.tables.contents()).isEqualTo(before);
    } finally {
      attempt.undo().run();
    }
  }

  /** A constant without a case is a promise that nobody has seen kept. */
  @Test
  void everyReasonHasACase() {
    Set<String> seen = cases().map(Refused::number).collect(Collectors.toSet());
    Set<Reason> missing =
        Arrays.stream(Reason.values())
            .filter(reason -> !seen.contains(reason.number()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
    assertThat(missing).as("reasons that no case gives").isEqualTo(ELSEWHERE);
  }

  private static String aprcode(String number) {
    return number.equals("E9901") ? "-1" : number.substring(1, 3);
  }

  /** What the reply says, without what makes it this reply. */
  static Map<String, String> elements(Form reply) {
    Map<String, String> elements = new LinkedHashMap<>();
    reply.entries().forEach(entry -> elements.put(entry.name(), entry.value()));
    elements.remove("nonce");
    elements.remove("pltfmsignature");
    return elements;
  }
}
