package org.yima.platform.institution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yima.securitypkg.Caller;

/** The registry at one version; immutable. Disabled parties are not in it. */
public final class RegistrySnapshot {
  private final long version;
  private final Map<String, Registration> byCodes;
  private final Map<String, Institution> institutions;

  RegistrySnapshot(long version, List<Registration> registrations) {
    this.version = version;
    this.byCodes =
        registrations.stream()
            .collect(
                Collectors.toMap(
                    each -> key(each.institution().merchantCode(), each.system().code()),
                    each -> each));
    this.institutions =
        registrations.stream()
            .map(Registration::institution)
            .collect(Collectors.toMap(Institution::code, each -> each, (one, same) -> one));
  }

  /** One access system of one institution, with what opens and seals its messages. */
  public record Registration(Institution institution, AccessSystem system, Caller caller) {}

  long version() {
    return version;
  }

  @Nullable Registration find(String merchantcode, String infosyscode) {
    return byCodes.get(key(merchantcode, infosyscode));
  }

  Optional<Institution> institution(String hospcode) {
    return Optional.ofNullable(institutions.get(hospcode));
  }

  /** A newline cannot occur in a code. */
  private static String key(String merchantcode, String infosyscode) {
    return merchantcode + '\n' + infosyscode;
  }
}
