package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.protocol.Form;

/** Signing in and out, decisions §6. */
@ExtendWith(Scene.Shared.class)
class CycleTest {
  @Test
  void signingInAgainGivesTheOpenCycle(Scene scene) {
    Hospital at = scene.hospital();
    String first = at.signIn("A1", "0");
    assertThat(first).matches("530404010089" + "20260310100000" + "[0-9]{2}");
    Map<String, String> before = scene.tables.contents();
    scene.clock.advance(Duration.ofHours(23));
    assertThat(at.signIn("A1", "0")).isEqualTo(first);
    assertThat(scene.tables.contents()).isEqualTo(before);
  }

  @Test
  void eachOperatorAndRegionHasACycleOfItsOwn(Scene scene) {
    Hospital at = scene.hospital();
    assertThat(
            java.util.List.of(
                at.signIn("B1", "0"),
                at.signIn("B1", "1"),
                at.signIn("B2", "0"),
                scene.at(Scene.TOWNSHIP_RSA).signIn("B1", "0")))
        .doesNotHaveDuplicates();
  }

  /** The number in the request is a proposal; the platform's answer counts. */
  @Test
  void aProposedNumberIsNotUsed(Scene scene) {
    Form reply =
        scene
            .hospital()
            .call(
                "ST001",
                Hospital.xml(
                    Map.of(
                        "hospcode", Scene.HOSPITAL,
                        "operatorid", "C1",
                        "busicycleno", "MINE",
                        "aae139", "0")));
    assertThat(Hospital.outcome(reply)).isEqualTo("00");
    assertThat(reply.get("busicycleno")).startsWith("530404010089");
  }

  /** Two digits count ninety-nine cycles of a second; who comes after them is not turned away. */
  @Test
  void moreThanNinetyNineMaySignInWithinASecond(Scene scene) {
    Hospital at = scene.hospital();
    scene.clock.advance(Duration.ofHours(3));
    List<String> cycles =
        IntStream.rangeClosed(1, 205).mapToObj(each -> at.signIn("M" + each, "0")).toList();
    assertThat(cycles).doesNotHaveDuplicates();
    assertThat(cycles.get(98)).isEqualTo("530404010089" + "20260310130000" + "99");
    assertThat(cycles.get(99)).isEqualTo("530404010089" + "20260310130001" + "01");
    assertThat(cycles.get(204)).isEqualTo("530404010089" + "20260310130002" + "07");

    scene.clock.advance(Duration.ofSeconds(2));
    assertThat(at.signIn("M206", "0")).as("goes on").endsWith("2026031013000208");
    assertThat(at.signIn("M7", "0")).as("the open one").isEqualTo(cycles.get(6));
  }

  @Test
  void signingOutTwiceAnswersTheSame(Scene scene) {
    Hospital at = scene.hospital();
    String cycle = at.signIn("D1", "0");
    Form first = at.call("ST002", CycleCases.naming(at, cycle));
    Map<String, String> before = scene.tables.contents();
    Form second = at.call("ST002", CycleCases.naming(at, cycle));
    assertThat(Hospital.outcome(first)).isEqualTo("00");
    assertThat(RefusalTest.elements(second)).isEqualTo(RefusalTest.elements(first));
    assertThat(scene.tables.contents()).isEqualTo(before);
    assertThat(at.signIn("D1", "0")).as("a new cycle").isNotEqualTo(cycle);
  }

  @Test
  void anExpiredCycleIsReconciledAndSignedOutFirst(Scene scene) {
    Hospital at = scene.hospital();
    String cycle = at.signIn("E1", "0");
    scene.clock.advance(Duration.ofHours(25));
    assertThat(Hospital.outcome(at.call("ST099", CycleCases.naming(at, cycle)))).isEqualTo("00");
    assertThat(Hospital.outcome(at.call("ST002", CycleCases.naming(at, cycle)))).isEqualTo("00");
    assertThat(at.signIn("E1", "0")).isNotEqualTo(cycle);
  }
}
