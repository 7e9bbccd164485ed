package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Form;

/** ST035: a person's approvals for special and chronic disease. */
@ExtendWith(Scene.Shared.class)
class ApprovalQueryTest {
  private static final String APPROVED =
      "<rows><row><othercheckno>13M03900</othercheckno><medicaltype>13</medicaltype>"
          + "<diseasecode>M03900</diseasecode>";

  /** By number; 18 is the other code of 13, and 12 is another kind. */
  @ParameterizedTest
  @CsvSource({
    "5304000002, '', true",
    "5304000002, 13, true",
    "5304000002, 18, true",
    "5304000002, 12, false",
    "5304000001, '', false",
  })
  void byNumberInTheOwnDistrict(String number, String type, boolean found, Scene scene) {
    Form reply =
        scene.hospital().call("ST035", Hospital.xml(Map.of("bac001", number, "medicaltype", type)));
    assertThat(Hospital.outcome(reply)).isEqualTo("00");
    String rows = Objects.requireNonNull(reply.get("rows"));
    assertThat(rows.startsWith(APPROVED)).as(rows).isEqualTo(found);
  }

  /** With a code also where somebody is insured elsewhere; it does not use the token up. */
  @Test
  void byCodeWhereverTheyAreInsured(Scene scene) {
    Map<String, String> scan = scene.hospital().scan(Hospital.person("汕尾的高血压职工"));
    for (int i = 0; i < 2; i++) {
      Form reply = scene.hospital().call("ST035", Hospital.xml(scan));
      assertThat(Hospital.outcome(reply)).isEqualTo("00");
      assertThat(Objects.requireNonNull(reply.get("rows"))).startsWith(APPROVED);
    }
    Map<String, String> wrong = new HashMap<>(scan);
    wrong.put("username", "测试某");
    assertThat(Hospital.outcome(scene.hospital().call("ST035", Hospital.xml(wrong))))
        .isEqualTo("E1301");
  }

  @Test
  void anotherDistrictsNumberIsNobodys(Scene scene) {
    Form reply = scene.hospital().call("ST035", Hospital.xml(Map.of("bac001", "4415000001")));
    assertThat(Hospital.outcome(reply)).isEqualTo("E1303");
  }
}
