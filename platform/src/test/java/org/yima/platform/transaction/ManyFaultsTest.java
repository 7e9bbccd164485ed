package org.yima.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yima.platform.transaction.Outcome.Amended;
import org.yima.platform.transaction.Outcome.Done;
import org.yima.platform.transaction.Outcome.Refused;

/** A call that is wrong in many places is told so at once; and what becomes of an answer. */
class ManyFaultsTest {
  private static final Refusal LINE = Refusal.of(Reason.LINE_AMOUNT_DIFFERS, "CF1", "2");
  private static final Refusal PRESCRIPTION =
      Refusal.of(Reason.PRESCRIPTION_AMOUNT_DIFFERS, "CF1", "0.01");
  private static final Refusal TAKEN = Refusal.of(Reason.LINE_OTHER_CONTENT, "CF1", "1");

  /** The first by precedence is the one in {@code aprtmsg}; {@code aprdetail} has all. */
  @Test
  void the_first_by_precedence_is_told_and_all_are_named() {
    Refusal refusal = Refusal.of(List.of(LINE, PRESCRIPTION, TAKEN));
    assertThat(refusal.reason()).isEqualTo(Reason.LINE_OTHER_CONTENT);
    assertThat(refusal.sentence()).isEqualTo(TAKEN.sentence());
    assertThat(refusal.all())
        .containsExactly(LINE.sentence(), PRESCRIPTION.sentence(), TAKEN.sentence());
  }

  @Test
  void one_fault_is_a_refusal_like_any_other() {
    assertThat(Refusal.of(List.of(LINE))).isEqualTo(LINE);
    assertThat(LINE.all()).isEmpty();
  }

  @Test
  void a_refusal_stays_what_it_is() {
    Outcome<String> refused = Outcome.refuse(List.of(LINE, TAKEN));
    assertThat(refused.then(any -> Outcome.done("done")))
        .isEqualTo(new Refused<String>(Refusal.of(List.of(LINE, TAKEN))));
    var amended = new Amended<String>(Refusal.of(Reason.SPLIT_CHANGED), Map.of("akc255", "1.00"));
    assertThat(amended.then(any -> Outcome.done("done"))).isEqualTo(amended);
  }

  @Test
  void what_is_done_goes_on() {
    Outcome<Integer> outcome = Outcome.done("four").then(word -> Outcome.done(word.length()));
    assertThat(outcome).isEqualTo(new Done<>(4));
    assertThat(Outcome.<Integer>unless(Optional.empty(), () -> outcome)).isEqualTo(outcome);
  }
}
