package org.yima.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yima.platform.transaction.Reason.Retry;
import org.yima.protocol.spec.Spec;

/** The one list of reasons: numbers, codes, and sentences that are whole. */
class ReasonTest {
  private static int places(Reason reason) {
    return reason.chinese().split("%s", -1).length - 1;
  }

  private static List<String> arguments(int count) {
    return Collections.nCopies(count, "CF1");
  }

  @Test
  void numbers_are_unique_and_stable_in_form() {
    assertThat(Reason.values()).extracting(Reason::number).doesNotHaveDuplicates();
    assertThat(Reason.values())
        .extracting(Reason::number)
        .allMatch(number -> number.matches("E[1-9][0-9]{3}"));
  }

  /** The first two digits are the code, so a number alone says what kind of refusal it is. */
  @ParameterizedTest
  @EnumSource
  void the_code_is_one_of_the_interface(Reason reason) {
    assertThat(Spec.get().codes("aprcode").find(reason.code())).isNotNull();
    assertThat(reason.code()).matches("1[0-9]|-1");
    assertThat(reason.code())
        .isEqualTo(reason == Reason.BROKEN ? "-1" : reason.number().substring(1, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "FIELDS_WRONG, 10, E1001",
    "ORDER_UNKNOWN, 11, E1101",
    "TOKEN_EXPIRED, 12, E1203",
    "PAYER_IS_NOT_HOLDER, 13, E1302",
    "CYCLE_REGION, 14, E1405",
    "LINE_AMOUNT_DIFFERS, 15, E1503",
    "FROZEN, 16, E1602",
    "SAME_ORDER_OTHER_CONTENT, 17, E1701",
    "IN_PROGRESS, 18, E1801",
    "BROKEN, -1, E9901",
  })
  void numbers_that_hospitals_know_by_now_do_not_change(Reason reason, String code, String number) {
    assertThat(reason.code()).isEqualTo(code);
    assertThat(reason.number()).isEqualTo(number);
  }

  @ParameterizedTest
  @EnumSource
  void a_sentence_is_whole_with_what_it_names(Reason reason) {
    String sentence = reason.sentence(arguments(places(reason)));
    assertThat(sentence)
        .startsWith(reason.number() + " ")
        .doesNotContain("%")
        .hasSizeLessThanOrEqualTo(200);
    assertThat(sentence.split("CF1", -1)).hasSize(places(reason) + 1);
  }

  /** A handler that forgets what to name fails in its first test, not at a till. */
  @ParameterizedTest
  @EnumSource
  void a_sentence_without_what_it_names_fails(Reason reason) {
    int places = places(reason);
    if (places > 0) {
      assertThatThrownBy(() -> reason.sentence(arguments(places - 1)))
          .isInstanceOf(IllegalFormatException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyone_is_told_what_to_do(Reason reason) {
    assertThat(reason.fixer().chinese()).isNotBlank();
    assertThat(reason.retry().chinese()).isNotBlank();
    assertThat(reason.english()).isNotBlank().matches("[\\x20-\\x7e×]*");
    assertThat(reason.chinese()).matches(".*\\p{IsHan}.*");
  }

  /** A new code helps where the token was at fault, and nowhere else. */
  @ParameterizedTest
  @EnumSource
  void a_new_code_is_asked_for_where_a_token_failed(Reason reason) {
    assertThat(reason.retry() == Retry.NEW_CODE).isEqualTo(reason.code().equals("12"));
  }

  /** What a value holds is text to the sentence: a percent sign in it is no place to fill. */
  @Test
  void what_is_named_is_taken_as_it_is() {
    assertThat(Refusal.of(Reason.FIELDS_WRONG, "100%s").sentence()).isEqualTo("E1001 报文字段有误：100%s");
  }

  @ParameterizedTest
  @CsvSource({"true true, ", "false true, FROZEN", "true false, NO_POLICY", "false false, FROZEN"})
  void the_first_guard_that_fails_is_reported(String guards, @Nullable Reason refused) {
    List<Boolean> holds = Stream.of(guards.split(" ", -1)).map(Boolean::valueOf).toList();
    var refusal =
        Refusal.first(
            () -> Refusal.unless(holds.get(0), Reason.FROZEN),
            () -> Refusal.unless(holds.get(1), Reason.NO_POLICY));
    assertThat(refusal.map(Refusal::reason).orElse(null)).isEqualTo(refused);
  }
}
