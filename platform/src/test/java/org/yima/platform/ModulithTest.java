package org.yima.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The features of the server: no circles, and nobody reaches into another's inside. */
class ModulithTest {
  private static final ApplicationModules MODULES = ApplicationModules.of(Server.class);

  @Test
  void features_meet_without_circles() {
    MODULES.verify();
  }

  /** Without this an empty list would verify. */
  @Test
  void the_features_are_those_of_the_architecture() {
    assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
        .contains("order", "credential", "cycle", "person", "institution", "ledger", "store");
  }
}
