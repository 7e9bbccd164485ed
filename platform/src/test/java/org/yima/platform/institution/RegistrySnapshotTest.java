package org.yima.platform.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.Places;
import org.yima.platform.institution.RegistrySnapshot.Registration;
import org.yima.securitypkg.Caller;
import org.yima.securitypkg.PartyCertificates;

/** Who is found by the codes of a message. */
class RegistrySnapshotTest {
  private final RegistrySnapshot snapshot =
      new RegistrySnapshot(
          7,
          List.of(
              registration("99000101", "SYS1"),
              registration("99000101", "SYS2"),
              registration("99000102", "SYS3")));

  @ParameterizedTest
  @CsvSource({
    "DD99000101, SYS1, 99000101",
    "DD99000101, SYS2, 99000101",
    "DD99000102, SYS3, 99000102",
    "DD99000102, SYS1, , another institution's system",
    "DD99000101, sys1, , codes are exact",
    "DD99000101, '', , no system",
    "'', SYS1, , no institution",
    "DD9900010, 1SYS1, , the codes cannot run into each other",
  })
  void both_codes_name_one_registration(
      String merchantcode, String infosyscode, @Nullable String hospcode) {
    Registration found = snapshot.find(merchantcode, infosyscode);
    if (hospcode == null) {
      assertThat(found).isNull();
    } else {
      assertThat(found).isNotNull();
      assertThat(found.institution().code()).isEqualTo(hospcode);
      assertThat(found.system().code()).isEqualTo(infosyscode);
    }
  }

  @Test
  void an_institution_with_two_systems_is_one_institution() {
    assertThat(snapshot.institution("99000101")).isPresent();
    assertThat(snapshot.institution("99000109")).isEmpty();
    assertThat(snapshot.version()).isEqualTo(7);
  }

  @Test
  void one_pair_of_codes_twice_is_a_defect() {
    Registration one = registration("99000101", "SYS1");
    assertThatIllegalStateException().isThrownBy(() -> new RegistrySnapshot(1, List.of(one, one)));
  }

  private static Registration registration(String hospcode, String system) {
    Institution institution = Places.hospital(hospcode, 3);
    Caller caller =
        Caller.of(
                PartyCertificates.of(institution.merchantCode(), List.of()),
                PartyCertificates.of(system, List.of()))
            .build();
    return new Registration(institution, new AccessSystem(system, "测试系统"), caller);
  }
}
