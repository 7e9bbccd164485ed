package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.client.Catalogue;
import org.yima.client.LocalCatalogue;
import org.yima.client.UnknownOutcome;
import org.yima.client.YimaClient;
import org.yima.protocol.Form;

/** ST042: what a hospital downloads, and the copy that its kit keeps of it. */
@ExtendWith(Scene.Shared.class)
class DownloadTest {
  @TempDir Path folder;

  private final Scene scene;

  DownloadTest(Scene scene) {
    this.scene = scene;
  }

  private Form ask(String catalogue, String after) {
    return scene
        .hospital()
        .call("ST042", Hospital.xml(Map.of("catalogue", catalogue, "afterversion", after)));
  }

  private static List<String> lines(Form reply) throws IOException {
    byte[] zip = Base64.getDecoder().decode(Objects.requireNonNull(reply.get("file")));
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry entry = in.getNextEntry();
      assertThat(entry.getName()).isEqualTo("item-" + reply.get("version") + ".txt");
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(in.getNextEntry()).isNull();
      assertThat(text).endsWith("\r\n");
      return List.of(text.split("\r\n", -1));
    }
  }

  @Test
  void everything_and_then_nothing_new() throws IOException {
    Form all = ask("item", "");
    assertThat(Hospital.outcome(all)).isEqualTo("00");
    assertThat(lines(all))
        .startsWith("code\tname\tclass\tupfront\tceiling\therb\tfrom\tuntil")
        .contains("XB0002\t二甲双胍缓释片\t2\t0.05\t2.50\t0\t2023-01-01\t");
    assertThat(lines(ask("item", Objects.requireNonNull(all.get("version"))))).hasSize(2);
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource({
    "item,    '',   00",
    "disease, '',   00",
    "item,    0,    00",
    "item,    9999, 00",
    "item,    x,    E1001",
    "item,    -1,   E1001",
    "person,  '',   E1001",
    "'',      '',   E1001",
  })
  void answers(String catalogue, String after, String outcome) {
    assertThat(Hospital.outcome(ask(catalogue, after))).isEqualTo(outcome);
  }

  /** A till that has a version of another platform gets everything, not nothing. */
  @Test
  void an_impossible_version_brings_everything() throws IOException {
    assertThat(lines(ask("item", "9999"))).isEqualTo(lines(ask("item", "")));
  }

  @Test
  void the_kit_keeps_a_copy_that_follows_changes_and_outlives_a_restart()
      throws IOException, UnknownOutcome {
    YimaClient client =
        Branch.client(
            scene.sandbox, scene.hospital().place(), scene.clock, (code, sent, reply) -> {});
    LocalCatalogue diseases = LocalCatalogue.open(folder, Catalogue.DISEASE);
    int known = World.diseases().size();
    assertThat(diseases.synchronise(client).value()).isEqualTo(known);
    assertThat(diseases.find("H25.9", "2026-03-10")).containsEntry("name", "老年性白内障");
    try (Bureau bureau =
        Bureau.open(scene.sandbox.databaseUrl(), folder, scene.sandbox.keys().columns())) {
      String head = "district,code,name,categories,valid_from,valid_to";
      bureau.load(
          "diseases", head, "530400,I10,高血压,M0401,2024-01-01,", "530400,E11,糖尿病,,2024-01-01,");
      assertThat(diseases.synchronise(client).value()).isEqualTo(2);
      bureau.load("diseases", head, "530400,I10,原发性高血压,M0401 M0402,2024-01-01,2026-12-31");
      LocalCatalogue reopened = LocalCatalogue.open(folder, Catalogue.DISEASE);
      assertThat(reopened.version()).isEqualTo(diseases.version());
      assertThat(reopened.synchronise(client).value()).as("the changed one").isEqualTo(1);
      assertThat(reopened.size()).isEqualTo(known + 2);
      assertThat(reopened.find("I10", "2026-03-10"))
          .containsEntry("name", "原发性高血压")
          .containsEntry("categories", "M0401 M0402");
      assertThat(reopened.find("I10", "2027-01-01")).as("no longer").isEmpty();
      assertThat(reopened.find("I10", "2023-12-31")).as("not yet").isEmpty();
      assertThat(reopened.find("I1", "2026-03-10")).as("not a prefix").isEmpty();
      bureau.tell("delete from disease where code in ('I10', 'E11')");
    }
  }
}
