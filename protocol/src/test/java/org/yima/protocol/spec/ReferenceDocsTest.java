package org.yima.protocol.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in docs/reference say what spec/ says. */
class ReferenceDocsTest {
  private static final Path FOLDER = Path.of("..", "docs", "reference");
  private static final Pattern LINK = Pattern.compile("\\]\\(([a-z]*\\.md)?#([A-Za-z0-9.]+)\\)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transactions.md",
        "messages.md",
        "orderdata.md",
        "aptorderackdata.md",
        "codes.md"
      })
  void a_page_is_what_the_tables_make_of_it(String page) throws IOException {
    assertThat(Files.readString(FOLDER.resolve(page)))
        .as(
            "docs/reference/%s is stale. Renew it with: java -cp protocol/target/classes:"
                + "protocol/target/test-classes org.yima.protocol.spec.ReferenceDocs docs/reference",
            page)
        .isEqualTo(ReferenceDocs.pages(Spec.get()).get(page));
  }

  @Test
  void the_command_writes_every_page(@TempDir Path folder) throws IOException {
    ReferenceDocs.main(new String[] {folder.toString()});
    for (Map.Entry<String, String> page : ReferenceDocs.pages(Spec.get()).entrySet()) {
      assertThat(folder.resolve(page.getKey())).hasContent(page.getValue());
    }
  }

  @Test
  void every_link_leads_somewhere() {
    Map<String, String> pages = ReferenceDocs.pages(Spec.get());
    pages.forEach((name, content) -> {
      Matcher link = LINK.matcher(content);
      while (link.find()) {
        String target = link.group(1) == null ? name : link.group(1);
        assertThat(pages.get(target)).contains("<a id=\"" + link.group(2) + "\"></a>");
      }
    });
  }

  @Test
  void every_field_and_code_stands_on_a_page() {
    String all = String.join("", ReferenceDocs.pages(Spec.get()).values());
    for (Table table : Spec.get().tables()) {
      for (Field field : table.fields()) {
        assertThat(all).contains("| `" + field.name() + "` | " + field.chineseName() + " |");
      }
    }
    for (CodeTable table : Spec.get().codeTables()) {
      for (CodeTable.Code code : table.codes()) {
        assertThat(all).contains("| `" + code.code() + "` | " + code.chineseName() + " |");
      }
    }
  }

  @Test
  void another_table_makes_another_page() {
    SpecFolder folder = SpecFolder.read();
    SpecFolder changed = folder.with("orderdata.tsv", folder.lines("orderdata.tsv").subList(0, 3));
    assertThat(ReferenceDocs.pages(changed.spec()).get("orderdata.md"))
        .isNotEqualTo(ReferenceDocs.pages(Spec.get()).get("orderdata.md"));
  }
}
