package org.yima.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;
import org.yima.protocol.Element;
import org.yima.protocol.spec.FieldCheck;
import org.yima.protocol.spec.Spec;

/** The four answer elements: their codes, and that they fit into 200 characters. */
class AnswerTextsTest {
  private static int characters(Map<String, String> elements, String name) {
    String text = Objects.requireNonNull(elements.get(name), name);
    return text.codePointCount(0, text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "10, MALFORMED",
    "11, UNKNOWN_CALLER",
    "12, CANNOT_OPEN",
    "13, OUTSIDE_TIME_WINDOW",
    "15, UNKNOWN_TRANSACTION",
    "14, TOO_OFTEN",
    "16, CANNOT_OPEN",
    "'', CANNOT_OPEN",
  })
  void a_code_of_the_kit_is_a_fault(String respcode, CallFault fault) {
    assertThat(CallFault.of(respcode)).isEqualTo(fault);
  }

  @ParameterizedTest
  @EnumSource
  void every_fault_has_its_code_and_fits(CallFault fault) {
    assertThat(CallFault.of(fault.code())).isEqualTo(fault);
    Map<String, String> elements = Exchange.elements(fault, "");
    assertThat(elements).containsOnlyKeys("respcode", "respmsg");
    assertThat(elements).containsEntry("respcode", fault.code());
    assertThat(characters(elements, "respmsg")).isLessThanOrEqualTo(200);
  }

  /** 𠮷 is one character and two code units; the last of 200 says that something follows. */
  @Test
  void a_long_detail_is_shortened_by_characters() {
    String detail = "𠮷".repeat(300);
    Map<String, String> elements = Exchange.elements(CallFault.MALFORMED, detail);
    assertThat(characters(elements, "respmsg")).isEqualTo(200);
    assertThat(elements.get("respmsg")).endsWith("𠮷…").startsWith("报文格式错误");
  }

  /** {@code E1101 没有此订单} and so on leave room; only what is named can be too long. */
  @ParameterizedTest
  @CsvSource({"150, 162, false", "188, 200, false", "189, 200, true", "5000, 200, true"})
  void a_sentence_that_does_not_fit_stands_whole_in_aprdetail(
      int named, int message, boolean detail) {
    Refusal refusal = Refusal.of(Reason.CYCLE_HAS_OPEN_ORDERS, "9".repeat(named - 7));
    Map<String, String> elements = Exchange.refused(refusal, List.of());
    assertThat(characters(elements, "aprtmsg")).isEqualTo(message);
    assertThat(elements.containsKey("aprdetail")).isEqualTo(detail);
    assertThat(elements.getOrDefault("aprdetail", refusal.sentence()))
        .isEqualTo(refusal.sentence());
    assertThat(elements)
        .containsEntry("respcode", "00")
        .containsEntry("respmsg", "调用成功")
        .containsEntry("aprcode", "14");
  }

  /** Wide characters that fit by number are not called too long by their code units. */
  @Test
  void wide_characters_count_once() {
    var refusal = Refusal.of(Reason.FIELDS_WRONG, "𠮷".repeat(150));
    assertThat(Exchange.refused(refusal, List.of())).doesNotContainKey("aprdetail");
  }

  /** All bad fields at once, each with its name in both languages. */
  @Test
  void every_bad_field_is_named() {
    var faults =
        FieldCheck.check(
            Objects.requireNonNull(Spec.get().transaction("ST007")).request(),
            Element.of("transdata", Collections.emptyList()));
    Map<String, String> elements = Exchange.fieldsWrong(faults);
    assertThat(elements).containsEntry("aprcode", "10");
    assertThat(elements.get("aprtmsg")).startsWith("E1001 报文字段有误：");
    assertThat(characters(elements, "aprtmsg")).isLessThanOrEqualTo(200);
    assertThat(Objects.requireNonNull(elements.get("aprdetail")).split("；", -1))
        .hasSameSizeAs(faults)
        .hasSizeGreaterThan(10);
  }

  @Test
  void one_bad_field_needs_no_detail() {
    var faults =
        FieldCheck.check(
            Objects.requireNonNull(Spec.get().transaction("ST009")).request(),
            Element.of("transdata", Collections.emptyList()));
    assertThat(faults).hasSize(1);
    assertThat(Exchange.fieldsWrong(faults)).doesNotContainKey("aprdetail");
  }
}
