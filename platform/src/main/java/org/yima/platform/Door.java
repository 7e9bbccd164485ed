package org.yima.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.institution.FailedOpenings;
import org.yima.protocol.Form;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Received;
import org.yima.securitypkg.Reception;

/** Where messages are opened, and those counted that cannot be. */
@Component
record Door(Reception reception, FailedOpenings failures) {
  Received open(Form outer, String source) throws CannotOpen {
    try {
      return reception.open(outer);
    } catch (CannotOpen e) {
      failures.count(e, source);
      throw e;
    }
  }

  /** Counts what is not even a form. */
  Door malformed(String source) {
    failures.countMalformed(source);
    return this;
  }

  byte[] plainRefusal(String respcode, String respmsg, @Nullable String suite) {
    return reception.plainRefusal(respcode, respmsg, suite);
  }
}
