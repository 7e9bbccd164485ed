package org.yima.platform.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yima.platform.person.People;
import org.yima.platform.store.MemoryKeys;

/** Writes {@code docs/reference/import-files.md}: every kind of file with its columns. */
public final class ImportDocs {
  static final String PAGE = "import-files.md";

  private static final String HEAD =
      """
      <!-- 由 Kinds 生成，请勿手改。Generated from Kinds; ImportDocsTest says how to renew it. -->

      # 导入文件 Import files

      `./yima import KIND FILE --config FILE`。CSV（RFC 4180）、UTF-8，第一行为列名（英文名或中文名，次序不限）；选填列可以不出现。
      How to load them, and what happens to a bad file: [Loading the world](../operate/import.md).
      """;

  private ImportDocs() {}

  /** Writes the page into the folder given as the only argument, {@code docs/reference}. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]).resolve(PAGE), page());
  }

  static Kinds kinds() {
    var vault = MemoryKeys.vault(1);
    return new Kinds(new PersonalData(vault, new People(vault)));
  }

  static String page() {
    Kinds kinds = kinds();
    var page = new StringBuilder(HEAD);
    for (String name : kinds.names()) {
      Kind kind = kinds.named(name);
      page.append("\n## `").append(name).append("` ").append(kind.chinese()).append("\n\n");
      page.append("行由 `").append(String.join("`、`", kind.keys())).append("` 区分。\n\n");
      page.append("| 列 column | 名称 name | 必填 | 内容 content |\n|---|---|---|---|\n");
      kind.columns().forEach(column -> page.append(row(column)));
    }
    return page.toString();
  }

  private static String row(Column column) {
    String empty = column.empty() == null || column.empty().isEmpty() ? "" : column.empty();
    String standsFor =
        switch (empty) {
          case "" -> "";
          case "t" -> "；空为是";
          case "f" -> "；空为否";
          case "{}" -> "；可空";
          default -> "；空为 " + empty.replace("|", "\\|");
        };
    return "| `%s` | %s | %s | %s%s |\n"
        .formatted(
            column.name(),
            column.chinese(),
            column.required() ? "是" : "",
            column.type().description().replace("|", "\\|"),
            standsFor);
  }
}
