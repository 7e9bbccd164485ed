package org.yima.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes nobody can guess: 26 characters of 5 random bits each. */
class RandomCodesTest {
  private final RandomCodes codes = new RandomCodes(new SecureRandom());

  @Test
  void a_code_is_26_lower_case_letters_and_digits() {
    assertThat(codes.next()).matches("[a-z2-7]{26}");
  }

  @Test
  void ten_thousand_codes_are_all_different() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(codes.next())).isTrue();
    }
  }

  /** Every place takes every character; a place that did not would be guessed sooner. */
  @Test
  void every_place_takes_all_32_characters() {
    var many = Stream.generate(codes::next).limit(2_000).toList();
    for (int place = 0; place < 26; place++) {
      int at = place;
      assertThat(many.stream().map(code -> code.charAt(at)).collect(Collectors.toSet()))
          .hasSize(32);
    }
  }
}
