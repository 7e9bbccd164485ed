package org.yima.protocol.spec;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the words of a {@code format} cell into the rule they stand for. */
final class ValueRules {
  private static final int WHOLE_DIGITS = 18;
  private static final int MINUTES_DIGITS = 6;
  private static final int AMOUNT_INTEGERS = 14;

  // Deliberately narrower than a URI: no user, no fragment, nothing that would need escaping.
  private static final Pattern URL =
      Pattern.compile("https?://[A-Za-z0-9.\\-]+(:[0-9]{1,5})?(/[!$-;=?-~]*)?");
  private static final Pattern ORDER_NUMBER = Pattern.compile("[A-Za-z0-9._:/#@+*-]+");

  private static final ValueRule ANYTHING =
      new Matching(value -> true, FaultKind.BAD_CHARACTER, "任意文字");

  private ValueRules() {}

  static ValueRule of(String format, Length length, FieldType type, Field.Resolver tables) {
    int colon = format.indexOf(':');
    String argument = format.substring(colon + 1);
    switch (colon < 0 ? format : format.substring(0, colon)) {
      case "":
        return plain(length, type);
      case "signed":
        return new Decimals(length.integers(), length.scale(), true);
      case "amount":
        return new Decimals(AMOUNT_INTEGERS, 2, false);
      case "amount signed":
        return new Decimals(AMOUNT_INTEGERS, 2, true);
      case "whole":
        return new Decimals(Math.min(length.characters(), WHOLE_DIGITS), 0, false);
      case "minutes":
        return new Decimals(MINUTES_DIGITS, 0, false);
      case "code":
        return new Codes(argument, tables);
      case "table":
      case "rows":
        return ANYTHING;
      default:
        return matching(format, argument);
    }
  }

  private static ValueRule plain(Length length, FieldType type) {
    if (length.isDecimal()) {
      return new Decimals(length.integers(), length.scale(), false);
    }
    return type == FieldType.DATE ? matching("date", "") : ANYTHING;
  }

  private static ValueRule matching(String format, String argument) {
    switch (format) {
      case "date":
        return new Matching(
            value -> isDate(value, 0),
            FaultKind.NOT_A_DATE,
            "真实日期，如2026-03-01或2026-03-01 09:30:00");
      case "datetime":
        return new Matching(
            value -> isDate(value, 19), FaultKind.NOT_A_DATE, "真实时间，如2026-03-01 09:30:00");
      case "stamp":
        return new Matching(
            value -> isDate(value, 14), FaultKind.NOT_A_DATE, "真实时间，如20260301093000");
      case "url":
        return new Matching(
            value -> URL.matcher(value).matches(),
            FaultKind.NOT_A_URL,
            "http或https地址，如https://his.example.cn/notify");
      case "orderno":
        return new Matching(
            value -> ORDER_NUMBER.matcher(value).matches(),
            FaultKind.BAD_CHARACTER,
            "半角字母、数字和 . _ : / # @ + * -");
      default:
        return flags(format, argument);
    }
  }

  private static ValueRule flags(String format, String argument) {
    if (!format.startsWith("flags:")) {
      throw new IllegalArgumentException("unknown format " + format);
    }
    Pattern flags = Pattern.compile("[01]{" + argument + "}");
    return new Matching(
        value -> flags.matcher(value).matches(), FaultKind.NOT_FLAGS, argument + "位0或1");
  }

  /** Whether a date in one of the accepted forms; of this many characters, unless 0. */
  private static boolean isDate(String value, int characters) {
    if (characters != 0 && value.length() != characters) {
      return false;
    }
    try {
      DateTimes.read(value);
      return true;
    } catch (DateTimeException notADate) {
      return false;
    }
  }

  /** A value that either has the right form or has not. */
  private static final class Matching implements ValueRule {
    private final Predicate<String> form;
    private final FaultKind otherwise;
    private final String hint;

    Matching(Predicate<String> form, FaultKind otherwise, String hint) {
      this.form = form;
      this.otherwise = otherwise;
      this.hint = hint;
    }

    @Override
    public @Nullable FaultKind faultIn(String value) {
      return form.test(value) ? null : otherwise;
    }

    @Override
    public String hint() {
      return hint;
    }
  }

  /** A number in plain ASCII digits, with so many before and after the decimal point. */
  private static final class Decimals implements ValueRule {
    private final int integers;
    private final int scale;
    private final boolean signed;

    Decimals(int integers, int scale, boolean signed) {
      this.integers = integers;
      this.scale = scale;
      this.signed = signed;
    }

    @Override
    public @Nullable FaultKind faultIn(String value) {
      boolean negative = value.startsWith("-");
      int start = negative ? 1 : 0;
      int point = value.indexOf('.');
      int end = point < 0 ? value.length() : point;
      boolean fraction = point < 0 || areDigits(value, point + 1, value.length());
      if (!fraction || !areDigits(value, start, end)) {
        return FaultKind.NOT_A_NUMBER;
      }
      if (negative && !signed) {
        return FaultKind.NEGATIVE;
      }
      while (start < end && value.charAt(start) == '0') {
        start++;
      }
      if (end - start > integers) {
        return FaultKind.TOO_MANY_DIGITS;
      }
      return decimalsOf(value, point) > scale ? FaultKind.TOO_MANY_DECIMALS : null;
    }

    /** At least one digit, and nothing else. */
    private static boolean areDigits(String value, int from, int to) {
      for (int i = from; i < to; i++) {
        if (value.charAt(i) < '0' || value.charAt(i) > '9') {
          return false;
        }
      }
      return from < to;
    }

    /** Zeros at the end say nothing and are not counted: kits print 12.5000. */
    private static int decimalsOf(String value, int point) {
      int end = value.length();
      while (point >= 0 && value.charAt(end - 1) == '0') {
        end--;
      }
      return point < 0 ? 0 : end - point - 1;
    }

    @Override
    public String hint() {
      String decimals = scale == 0 ? "不带小数" : "小数不超过" + scale + "位";
      String sign = signed ? "" : "，不带正负号";
      return "半角数字，整数不超过" + integers + "位，" + decimals + sign + "，不用逗号和指数";
    }
  }

  /** A code of one of several tables. */
  private static final class Codes implements ValueRule {
    private final List<CodeTable> tables = new ArrayList<>();

    Codes(String ids, Field.Resolver resolver) {
      for (String id : ids.split(",", -1)) {
        tables.add(resolver.codes(id));
      }
    }

    @Override
    public @Nullable FaultKind faultIn(String value) {
      for (CodeTable table : tables) {
        if (table.find(value) != null) {
          return null;
        }
      }
      return FaultKind.UNKNOWN_CODE;
    }

    @Override
    public String hint() {
      List<String> codes = new ArrayList<>();
      for (CodeTable table : tables) {
        for (CodeTable.Code code : table.codes()) {
          if (!codes.contains(code.code())) {
            codes.add(code.code());
          }
        }
      }
      return String.join("、", codes) + "之一";
    }
  }
}
