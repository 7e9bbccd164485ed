package org.yima.platform.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yima.settlement.Counter;
import org.yima.settlement.Money;

/**
 * What a cell may hold.
 *
 * @param sql the type it is stored as
 * @param description completes the sentence "应为…"
 * @param read gives the value as PostgreSQL writes it
 */
record CellType(String sql, String description, UnaryOperator<String> read) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** Reads a cell that is not empty; an {@link IllegalArgumentException} if it may not be so. */
  String value(String cell) {
    try {
      return read.apply(cell);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(description, e);
    }
  }

  static CellType text(int most) {
    return new CellType(
        "text",
        "不超过 %d 个字符的文字".formatted(most),
        cell ->
            require(
                cell,
                cell.codePointCount(0, cell.length()) <= most && !CONTROL.matcher(cell).find()));
  }

  static CellType matching(String regex, String description) {
    Pattern pattern = Pattern.compile(regex);
    return new CellType(
        "text", description, cell -> require(cell, pattern.matcher(cell).matches()));
  }

  static CellType oneOf(String... values) {
    List<String> all = List.of(values);
    return new CellType(
        "text", String.join("、", all) + " 之一", cell -> require(cell, all.contains(cell)));
  }

  static CellType oneOf(Enum<?>[] values) {
    return oneOf(Arrays.stream(values).map(Enum::name).toArray(String[]::new));
  }

  static CellType date() {
    return new CellType("date", "日期 yyyy-MM-dd", cell -> LocalDate.parse(cell).toString());
  }

  static CellType flag() {
    return new CellType(
        "boolean",
        "是、否、true 或 false",
        cell ->
            switch (cell) {
              case "是", "true", "1" -> "t";
              case "否", "false", "0" -> "f";
              default -> throw new IllegalArgumentException(cell);
            });
  }

  static CellType whole(int least, int most) {
    return new CellType(
        "integer",
        "%d 到 %d 的整数".formatted(least, most),
        cell -> {
          int number = Integer.parseInt(cell);
          require(cell, number >= least && number <= most);
          return String.valueOf(number);
        });
  }

  /** Yuan in the file, fen in the table. */
  static CellType yuan() {
    return new CellType(
        "bigint",
        "不为负的金额（元，最多两位小数）",
        cell -> {
          long fen = Money.of(cell).fen();
          require(cell, fen >= 0);
          return String.valueOf(fen);
        });
  }

  /** A share between 0 and 1 in the file, parts of 10,000 in the table. */
  static CellType share() {
    Pattern pattern = Pattern.compile("(0|1)(?:\\.([0-9]{1,4}))?");
    return new CellType(
        "integer",
        "0 到 1 的小数（最多四位）",
        cell -> {
          var matcher = pattern.matcher(cell);
          require(cell, matcher.matches());
          String decimals = matcher.group(2) == null ? "" : matcher.group(2);
          int parts = Integer.parseInt(matcher.group(1) + (decimals + "0000").substring(0, 4));
          require(cell, parts <= 10_000);
          return String.valueOf(parts);
        });
  }

  static CellType counter() {
    return new CellType("text", "累计项 KIND:POOL，如 fund:all", cell -> Counter.of(cell).toString());
  }

  /** Several codes in one cell, separated by blanks. */
  static CellType list(String regex, String description) {
    Pattern pattern = Pattern.compile(regex);
    return new CellType(
        "text[]",
        description + "，多个以空格分隔",
        cell ->
            Arrays.stream(cell.trim().split("\\s+"))
                .map(each -> quoted(require(each, pattern.matcher(each).matches())))
                .collect(Collectors.joining(",", "{", "}")));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String require(String cell, boolean good) {
    if (!good) {
      throw new IllegalArgumentException("a cell is not as it should be");
    }
    return cell;
  }
}
