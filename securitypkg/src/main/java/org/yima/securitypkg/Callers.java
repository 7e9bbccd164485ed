package org.yima.securitypkg;

import org.jspecify.annotations.Nullable;

/** Where the platform's registry is asked who is calling. */
public interface Callers {
  /**
   * The registration of this access system of this institution.
   *
   * @param merchantcode as received, not yet proven; any text
   * @param infosyscode as received, not yet proven; any text
   * @return null if there is no such pair, or if either is disabled
   */
  @Nullable Caller find(String merchantcode, String infosyscode);
}
