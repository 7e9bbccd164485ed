package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Patient;
import org.yima.sandbox.World.Inhabitant;

/** One admission at a time, unless the policy says otherwise: in 530400 it does for residents. */
@ExtendWith(Scene.Shared.class)
class AdmissionsAtOnceTest {
  @ParameterizedTest
  @CsvSource({"城乡居民, 2", "在职职工, 1"})
  void asManyAsThePolicySays(String person, int most, Scene scene) {
    Inhabitant who = Hospital.person(person);
    List<Ward> wards = List.of(scene.ward(), scene.ward(scene.at(Scene.TOWNSHIP_RSA)));
    List<Patient> open = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      open.add(wards.get(i % 2).admit(who));
    }
    Ward next = wards.get(most % 2);
    Form refused = next.admit(next.admission(who, Scene.number()));
    assertThat(Hospital.outcome(refused)).isEqualTo("E1611");
    wards.getFirst().withdraw(open.removeFirst());
    Patient free = next.admit(who);
    next.withdraw(free);
    for (int i = 0; i < open.size(); i++) {
      wards.get((i + 1) % 2).withdraw(open.get(i));
    }
  }
}
