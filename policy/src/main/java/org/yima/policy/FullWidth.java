package org.yima.policy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A character of a Chinese keyboard where that of an English one is needed. In prose it is right;
 * it is looked for only where something else has failed already.
 *
 * @param wide as it stands in the file
 * @param instead what to type, in Chinese and in English
 */
record FullWidth(char wide, String instead, String typed) {

  /** How far above the line at which YAML gives up the cause may stand. */
  private static final int LINES_ABOVE = 3;

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

  /** Prose: whatever stands in it, the line is not what YAML fails at, unless it is quoted. */
  private static final Pattern PROSE =
      Pattern.compile("^\\s*(- +)*(name|note|about|source)\\s*:\\s(?!\\s*“[^”]*”?\\s*$)");

  /** Where a character can only be meant for YAML; the group is the character. */
  private static final List<Pattern> FOR_YAML =
      List.of(
          Pattern.compile("^[ \\t]*(　)"),
          Pattern.compile("^[\\s　]*(?:- *)*[\\w\"'-]+\\s*(：)"),
          Pattern.compile("[{\\[,，]\\s*[\\w\"'-]+\\s*(：)"),
          Pattern.compile("(：)\\s*[{\\[]"),
          Pattern.compile("(，)\\s*(?:[\\w\"'-]+\\s*[:：]|[{\\[])"),
          Pattern.compile("[}\\]\"']\\s*(，)"),
          Pattern.compile("(?:^|[:：,，{\\[]|- )\\s*(“)[^”]*(?:$|”\\s*(?:$|[,，}\\]:：]))"),
          Pattern.compile("(?:^|[:：,，{\\[-])\\s*([｛［【])"),
          Pattern.compile("([｝］】])\\s*(?:$|[,，}\\]])"),
          Pattern.compile("^\\s*([－—–])\\s*\\S"),
          Pattern.compile("^\\s*(＃)"));

  /** The first such character of a value or a key that was refused; null: there is none. */
  static @Nullable FullWidth in(String text) {
    return text.chars()
        .mapToObj(each -> of((char) each))
        .filter(each -> each != null)
        .findFirst()
        .orElse(null);
  }

  /** The text as it would be typed on an English keyboard. */
  static String narrowed(String text) {
    var narrowed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String narrow = narrow(text.charAt(i));
      narrowed.append(narrow.isEmpty() ? text.substring(i, i + 1) : narrow);
    }
    return narrowed.toString();
  }

  /** What may have kept a text from being YAML; null: nothing that is known. */
  static @Nullable PolicyException near(SourceFile file, int failed) {
    List<String> lines = file.text().lines().toList();
    for (int line = Math.min(failed, lines.size()); line > failed - LINES_ABOVE - 1; line--) {
      FullWidth found = line < 1 ? null : forYaml(lines.get(line - 1));
      if (found != null) {
        return new PolicyException(file.name(), line, found.chinese(), found.english());
      }
    }
    return null;
  }

  private static @Nullable FullWidth forYaml(String line) {
    String quoted = QUOTED.matcher(line).replaceAll(found -> "\"q\"");
    String bare = COMMENT.matcher(quoted).replaceAll("");
    if (PROSE.matcher(bare).find()) {
      return null;
    }
    int first = bare.length();
    for (Pattern each : FOR_YAML) {
      Matcher found = each.matcher(bare);
      if (found.find()) {
        first = Math.min(first, found.start(1));
      }
    }
    return first == bare.length() ? null : of(bare.charAt(first));
  }

  private static @Nullable FullWidth of(char wide) {
    String narrow = narrow(wide);
    if (narrow.isEmpty()) {
      return null;
    }
    return switch (narrow) {
      case ":" -> new FullWidth(wide, "“:”，后面空一格", "':' and a space");
      case " " -> new FullWidth(wide, "空格", "a space");
      default -> new FullWidth(wide, "“" + narrow + "”", "'" + narrow + "'");
    };
  }

  /** What is typed for it on an English keyboard; empty: it is no such character. */
  private static String narrow(char wide) {
    if (wide >= '！' && wide <= '～') {
      return String.valueOf((char) (wide - '！' + '!'));
    }
    return switch (wide) {
      case '“', '”' -> "\"";
      case '‘', '’' -> "'";
      case '【' -> "[";
      case '】' -> "]";
      case '。' -> ".";
      case '、' -> ",";
      case '—', '–' -> "-";
      case '　' -> " ";
      default -> "";
    };
  }

  String chinese() {
    return "“" + wide + "”是全角字符；请改用半角的" + instead;
  }

  String english() {
    return "'" + wide + "' is a full-width character; type " + typed;
  }
}
