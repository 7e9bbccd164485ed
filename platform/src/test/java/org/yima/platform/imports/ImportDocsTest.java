package org.yima.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of import files says what the kinds say. */
class ImportDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", ImportDocs.PAGE);

  @Test
  void the_page_is_what_the_kinds_make_of_it() throws IOException {
    assertThat(Files.readString(PAGE))
        .as(
            "docs/reference/import-files.md is stale. Renew it with: ./mvnw -q -pl platform -am"
                + " test-compile, then org.yima.platform.imports.ImportDocs docs/reference on the"
                + " test class path of platform")
        .isEqualTo(ImportDocs.page());
  }

  @Test
  void the_command_writes_the_page(@TempDir Path folder) throws IOException {
    ImportDocs.main(new String[] {folder.toString()});
    assertThat(folder.resolve(ImportDocs.PAGE)).hasContent(ImportDocs.page());
  }

  /** The upsert of a kind compares what the file says and not what is made anew each time. */
  @Test
  void encrypted_columns_do_not_make_a_row_changed() {
    String upsert = ImportDocs.kinds().named("people").upsert(java.util.Map.of());
    String compared =
        upsert.substring(upsert.indexOf("where (person."), upsert.indexOf("distinct"));
    assertThat(compared)
        .contains("person.source_digest", "person.sex", "person.id_digest")
        .doesNotContain("_enc");
    assertThat(upsert).contains("name_enc = excluded.name_enc");
  }
}
