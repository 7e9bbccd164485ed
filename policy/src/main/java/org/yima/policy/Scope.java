package org.yima.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Member;

/**
 * Whom a file is for, as far as its text tells: of a file with a fault it is still known which
 * cases or policies it would have concerned.
 *
 * @param district null: it cannot be told
 * @param scheme null: it cannot be told
 */
record Scope(@Nullable String district, Member.@Nullable Scheme scheme) {

  static final Scope UNKNOWN = new Scope(null, null);

  private static final Pattern DISTRICT = line("district", "[0-9]{6}");
  private static final Pattern SCHEME = line("scheme", "employee|resident");

  private static final Pattern CASES = line("cases", "");
  private static final Pattern BENEFITS = line("benefits", "");

  /** Also where the punctuation is full-width, which may be the fault. */
  private static Pattern line(String key, String value) {
    String end = value.isEmpty() ? "" : "(" + value + ")\\b";
    return Pattern.compile("^\uFEFF?" + key + " *[:：] *[\"'“]?" + end, Pattern.MULTILINE);
  }

  /** Looks at lines, not at YAML, which the text may not be. */
  static Scope of(String text) {
    Matcher district = DISTRICT.matcher(text);
    Matcher scheme = SCHEME.matcher(text);
    return new Scope(
        district.find() ? district.group(1) : null, scheme.find() ? scheme(scheme.group(1)) : null);
  }

  private static Member.Scheme scheme(String word) {
    return word.equals("resident") ? Member.Scheme.RESIDENT : Member.Scheme.EMPLOYEE;
  }

  /** Whether a text holds cases, wherever its file stands. */
  static boolean isOfCases(String text) {
    return CASES.matcher(text).find() && !BENEFITS.matcher(text).find();
  }

  boolean is(String otherDistrict, Member.Scheme otherScheme) {
    return otherDistrict.equals(district) && otherScheme == scheme;
  }

  /** Whether nothing that is known speaks against it. */
  boolean mayBe(String otherDistrict, Member.Scheme otherScheme) {
    return (district == null || otherDistrict.equals(district))
        && (scheme == null || otherScheme == scheme);
  }
}
